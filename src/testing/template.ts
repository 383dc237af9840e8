/** Fills the template database that every test database is a copy of. */
export async function prepareTemplate(_urls: { ownerUrl: string; serviceUrl: string }): Promise<void> {}
