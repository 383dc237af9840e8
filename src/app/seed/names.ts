import { Weighted, type Random } from './random.js';

export interface FullName {
  readonly given: string;
  readonly infix: string | null;
  readonly family: string;
}

interface NameStock {
  readonly given: readonly string[];
  /** infix before a space: `van den|Berg` */
  readonly family: readonly string[];
}

const words = (text: string) => text.trim().split(/\s*,\s*/);

const DUTCH: NameStock = {
  given:
    words(`Anna, Emma, Sanne, Lisa, Femke, Marieke, Inge, Esther, Judith, Mirjam, Wendy, Petra, Ingrid, Anouk,
    Lotte, Fleur, Maaike, Nienke, Renske, Saskia, Tineke, Wilma, Yvonne, Zoë, Chantal, Daphne, Eline, Floor, Geertje,
    Hanneke, Ilse, Jolanda, Karin, Linda, Manon, Noor, Roos, Sophie, Tessa, Vera, Willemijn, Annelies, Bregje, Carlijn,
    Jan, Pieter, Kees, Bas, Daan, Erik, Frank, Gijs, Hans, Jeroen, Koen, Lars, Maarten, Niels, Olaf, Paul, Rik, Sander,
    Thijs, Wouter, Joost, Ruben, Stefan, Tim, Vincent, Willem, Arjan, Bart, Casper, Dirk, Edwin, Ferdi, Geert, Henk,
    Ivo, Jelle, Klaas, Luuk, Marcel, Patrick, Remco, Sjoerd, Teun, Wim, André, René, Loïs, Anaïs, Joël`),
  family:
    words(`de|Jong, Jansen, de|Vries, van den|Berg, van|Dijk, Bakker, Janssen, Visser, Smit, Meijer, de|Boer,
    Mulder, de|Groot, Bos, Vos, Peters, Hendriks, van|Leeuwen, Dekker, Brouwer, de|Wit, Dijkstra, Smits, de|Graaf,
    van der|Meer, van der|Linden, Kok, Jacobs, de|Haan, Vermeulen, van den|Heuvel, van der|Veen, van den|Broek,
    de|Bruijn, de|Bruin, van der|Heijden, Schouten, van|Beek, Willems, van|Vliet, van de|Ven, Hoekstra, Maas,
    Verhoeven, Koster, van|Dam, van der|Wal, Prins, Blom, Huisman, Peeters, de|Jonge, Kuipers, van|Veen, Post,
    Kuiper, Veenstra, Kramer, van den|Brink, Scholten, van|Wijk, Postma, Martens, Vink, de|Ruiter, Timmermans,
    Groen, Gerritsen, Jonker, van|Loon, Boer, van der|Velde, Willemsen, Smeets, de|Lange, de|Vos, Bosch, van|Dongen,
    Schipper, de|Koning, van der|Laan, Driessen, van|Doorn, Hermans, Evers, van den|Bosch, van der|Meulen, Hofman,
    Bosman, Wolters, Sanders, van der|Horst, Mol, Kuijpers, Molenaar, van de|Pol, 't|Hart, in 't|Veld, op den|Kamp,
    ten|Brink, ter|Horst, van 't|Hof, Coşkun-de Wit, Hoogeboom-Çelik, van het|Hoofd, uit de|Weerd`),
};

const STOCKS = new Weighted<NameStock>([
  [DUTCH, 76],
  [
    {
      given:
        words(`Ayşe, Fatma, Emine, Zeynep, Elif, Gülsüm, Hatice, Özlem, Şeyma, Derya, Mehmet, Mustafa, Hüseyin,
        Ömer, Yusuf, Çağlar, İbrahim, Emre, Gökhan, Burak`),
      family:
        words(`Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan,
        Çetin, Koç, Kurt, Güneş, Şimşek, Polat, Erdoğdu`),
    },
    6,
  ],
  [
    {
      given:
        words(`Fatima, Khadija, Naima, Samira, Hanan, Latifa, Nadia, Soumaya, Ikram, Najat, Mohammed, Ahmed,
        Hassan, Youssef, Karim, Rachid, Said, Abdelkader, Omar, Bilal`),
      family:
        words(`el|Idrissi, El Amrani, Bouzid, Benali, Haddou, Chaoui, Ouali, Azzouzi, Bennani, Lahlou, ben|Said,
        Tahiri, Amrani, el|Khattabi, Belkacem, Aït Omar, Zerouali, Mansouri, Yahyaoui, Ziani`),
    },
    6,
  ],
  [
    {
      given:
        words(`Agnieszka, Małgorzata, Katarzyna, Zofia, Grażyna, Piotr, Paweł, Łukasz, Tomasz, Oksana, Iryna,
        Олена, Andrij, Jelena, Dragana, Željka, Miloš, Ștefan, Ioana, Jiří`),
      family:
        words(`Nowak, Kowalczyk, Wiśniewska, Wójcik, Zieliński, Woźniak, Dąbrowski, Kaźmierczak, Szymańska,
        Шевченко, Bondarenko, Jovanović, Petrović, Marković, Đorđević, Popescu, Ionescu, Novák, Dvořák, Horváth`),
    },
    5,
  ],
  [
    {
      given:
        words(`Shanti, Radjesh, Anisha, Soerin, Marlène, Gladys, Jurgen, Rosita, Humphrey, Jairzinho, Xiomara,
        Solange, Kenrick, Chandra, Priya, Vinod, Mei, Wei, Linh, Thị Hoa`),
      family:
        words(`Ramdin, Sewpersad, Jagroep, Kalloe, Bisoendial, Pinas, Amatmoekrim, Martina, Winterdal, Isenia,
        Felipa, Wong, Chen, Nguyễn, Trần, Sharma, Patel, Soekhoe, Tjong, Lachman`),
    },
    5,
  ],
  [
    {
      given:
        words(`Amina, Hodan, Sahra, Layla, Rana, Nour, Yara, Selam, Kidane, Samuel, Abdi, Yasin, Tarek, Basel,
        Marisol, José, Inês, João, Søren, Björn`),
      family:
        words(`Abdullahi, Warsame, Hassan, al-Masri, Haddad, Khalil, Tesfay, Gebremedhin, Mengistu, Osman,
        García, Rodríguez, Muñoz, da|Silva, dos|Santos, Gonçalves, D'Angelo, Müller, Grünewald, Sørensen`),
    },
    2,
  ],
]);

/** Fictional: given and family names are combined at random, sometimes across languages. */
export function drawName(random: Random): FullName {
  const familyStock = STOCKS.draw(random);
  const givenStock = random.chance(0.85) ? familyStock : STOCKS.draw(random);
  const [family, infix] = random.pick(familyStock.family).split('|').reverse();
  return { given: random.pick(givenStock.given), infix: infix ?? null, family: family! };
}
