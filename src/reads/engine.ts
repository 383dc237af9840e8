import { hash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type { Statement } from '../db/reading/statement.js';
import { reachOf, type Reach } from '../db/viewer-settings.js';
import { failure } from '../kernel/failure.js';
import type { Viewer } from '../kernel/viewer.js';
import { type NodeRef, selectionKey } from './computed.js';
import { disclosed } from './disclosure.js';
import { Planner, readOf } from './plan.js';
import { shapeOf } from './shape.js';
import { Parameter, numbered, type Sql, sql, type ReadInput } from './sql.js';

/** Plans kept for one operation; an operation with more variable shapes than this is planned again. */
const SHAPES_PER_OPERATION = 50;
/** Prepared statements a connection may hold before it is replaced. */
const NAMES_PER_CONNECTION = 500;
/** From this cost on, a read is not taken for quick before it was. */
const HEAVY = 2_000;

/** The key of a node's uuid beside the variables of the request; no GraphQL name contains a space. */
const NODE = ' node';
const NODES = new Parameter((input) => input.variables[NODE]);
const NODE_ID = sql`${new Parameter((input) => input.variables[NODE])}::uuid`;

/** Hears what a read took in the database, in milliseconds. */
export type Used = (ms: number) => void;

export interface Connections {
  read(viewer: Viewer, statement: Statement, used: Used): Promise<string>;
  /** logs that the viewer is told details of these people; the answer waits for it */
  disclose(viewer: Viewer, people: readonly string[]): Promise<void>;
  /** forgets all prepared statements */
  renew(): Promise<void>;
}

interface Plan {
  readonly name: string;
  /** of the text, so that a document that was planned anew is still known */
  readonly key: string;
  readonly text: string;
  readonly values: readonly Parameter[];
  /** false: the operation also selects fields that are not in the database (introspection) */
  readonly complete: boolean;
  readonly reads: boolean;
  readonly discloses: boolean;
  uses: number;
}

type NewPlan = Omit<Plan, 'name' | 'key' | 'uses'>;

export interface Answer {
  /** the JSON of `data`, keys in the order of the request */
  readonly text: string;
  readonly complete: boolean;
}

export interface QueryRequest {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** coerced */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
  readonly used: Used;
}

/** Turns any query into one statement, or none if it reads nothing from the database. */
export class ReadEngine {
  private readonly plans = new WeakMap<object, Map<string, Plan>>();
  private readonly prepared = new Set<string>();
  private planned = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly connections: Connections,
  ) {}

  async query(request: QueryRequest, viewer: () => Promise<Viewer>): Promise<Answer> {
    const { operation, variables, cost, used } = request;
    const planFor = (reach: Reach) => {
      const make = () => this.planQuery(request, reach);
      return this.plan(operation, operation, variables, make, reach);
    };
    // refuses what cannot be planned before anything is read
    if (!planFor('regional').reads) return { text: '{}', complete: false };
    const who = await viewer();
    if (who.accountId === null) throw failure('UNAUTHENTICATED');
    const plan = planFor(reachOf(who));
    return { text: await this.run(plan, { variables, viewer: who }, used, cost), complete: plan.complete };
  }

  /** The JSON of one object with the selection of an executing field; `null` if the viewer does not see it. */
  node(
    type: GraphQLObjectType,
    uuid: string,
    info: GraphQLResolveInfo,
    viewer: Viewer,
    used: Used,
  ): Promise<string> {
    const nodes = info.fieldNodes;
    const plan = this.planOfField(info, (planner) => planner.byId(type, nodes, NODE_ID));
    return this.run(plan, { variables: { ...info.variableValues, [NODE]: uuid }, viewer }, used);
  }

  /**
   * The JSON of the objects that a computed field refers to, in their order; `null` for those the viewer does not
   * see.
   */
  nodes(refs: readonly NodeRef[], info: GraphQLResolveInfo, viewer: Viewer, used: Used): Promise<string> {
    const nodes = info.fieldNodes;
    const field = info.parentType.getFields()[info.fieldName]!;
    const plan = this.planOfField(info, (planner) => planner.answers(field, nodes, NODES, true));
    return this.run(plan, { variables: { ...info.variableValues, [NODE]: refs }, viewer }, used);
  }

  /** What else the computation of a field reads. */
  read(viewer: Viewer, statement: Statement, used: Used): Promise<string> {
    return this.connections.read(viewer, statement, used);
  }

  /** Stored by the first of the nodes that are this field: no other document has it. */
  private planOfField(info: GraphQLResolveInfo, jsonBy: (planner: Planner) => Sql): Plan {
    const { fieldNodes, fragments, operation, variableValues } = info;
    const make = (): NewPlan => {
      const planner = new Planner(this.schema, fragments, variableValues, true);
      const { text, values } = numbered(sql`select ${jsonBy(planner)}::text`);
      return { text, values, complete: true, reads: true, discloses: planner.discloses };
    };
    return this.plan(fieldNodes[0]!, operation, variableValues, make, selectionKey(fieldNodes));
  }

  private plan(
    key: OperationDefinitionNode | FieldNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    make: () => NewPlan,
    selection = '',
  ): Plan {
    let shapes = this.plans.get(key);
    if (!shapes) this.plans.set(key, (shapes = new Map<string, Plan>()));
    const shape = `${selection}|${shapeOf(this.schema, operation, variables)}`;
    let plan = shapes.get(shape);
    if (!plan) {
      const made = make();
      plan = { ...made, name: `read_${++this.planned}`, key: keyOf(made.text), uses: 0 };
      if (shapes.size < SHAPES_PER_OPERATION) shapes.set(shape, plan);
    }
    return plan;
  }

  private planQuery({ operation, fragments, variables }: QueryRequest, reach: Reach): NewPlan {
    const type = this.schema.getQueryType()!;
    const all = collectFields(this.schema, fragments, variables, type, operation.selectionSet);
    const ours = new Map(
      [...all].filter(([, nodes]) => {
        const name = nodes[0]!.name.value;
        const field = type.getFields()[name];
        return name === '__typename' || (field !== undefined && readOf(field) !== undefined);
      }),
    );
    const reads = [...ours.values()].some((nodes) => nodes[0]!.name.value !== '__typename');
    const planned = (tellTypes: boolean) => {
      const planner = new Planner(this.schema, fragments, variables, tellTypes, reach);
      const { text, values } = numbered(sql`select ${planner.root(type, ours)}::text`);
      const { computes, discloses } = planner;
      return { text, values, complete: !tellTypes && !computes, reads, discloses };
    };
    // graphql-js processes introspection and computed fields, and needs to know the type of each node
    if (ours.size < all.size) return planned(true);
    const whole = planned(false);
    return whole.complete ? whole : planned(true);
  }

  private async run(plan: Plan, input: ReadInput, used: Used, cost = 0): Promise<string> {
    const answer = await this.answer(plan, input, used, cost);
    if (!plan.discloses) return answer;
    const { text, people } = disclosed(answer);
    await this.connections.disclose(input.viewer, people);
    return text;
  }

  private async answer(plan: Plan, input: ReadInput, used: Used, cost: number): Promise<string> {
    plan.uses++;
    const statement = {
      key: plan.key,
      text: plan.text,
      values: plan.values.map((value) => parameter(value.of(input))),
      heavy: cost >= HEAVY,
    };
    // a query that comes once is not worth a prepared statement
    if (plan.uses < 2) return this.connections.read(input.viewer, statement, used);
    if (!this.prepared.has(plan.name)) {
      if (this.prepared.size >= NAMES_PER_CONNECTION) {
        this.prepared.clear();
        void this.connections.renew();
      }
      this.prepared.add(plan.name);
    }
    return this.connections.read(input.viewer, { ...statement, name: plan.name }, used);
  }
}

/** As short as nobody's texts will have two the same. */
function keyOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}

/** A calendar day goes to the database as text. */
function parameter(value: unknown): unknown {
  return value instanceof Temporal.PlainDate ? value.toString() : value;
}
