#include <catch2/catch.hpp>

#include "rows.h"

// clang-format off

TEST_CASE("TypeScript: types and generics") {
  CHECK_ROWS("ts", R"table(
type Handler<T extends object = {}> = (req: Request, n?: number) => Promise<void>;
KKKK TTTTTTT   KKKKKKK TTTTTT               TTTTTTT      TTTTTT     TTTTTTT KKKK
interface User { readonly id: string; name?: string | null; tags: Map<string, number[]> }
KKKKKKKKK TTTT   KKKKKKKK PP  TTTTTT  PPPP   TTTTTT   KKKK  PPPP  TTT TTTTTT  TTTTTT
const a = value as unknown as string;
KKKKK           KK TTTTTTT KK TTTTTT
function f(this: void, x: any): asserts x is string { return g<User>(x); }
KKKKKKKK F KKKK  KKKK     TTT   KKKKKKK   KK TTTTTT   KKKKKK F TTTT
const cfg = { port: 80 } satisfies Config;
KKKKK         PPPP  NN   KKKKKKKKK TTTTTT
)table");
}

TEST_CASE("TypeScript: classes, enums, modules") {
  CHECK_ROWS("ts", R"table(
export abstract class Repo<T> implements Store<T> {
KKKKKK KKKKKKKK KKKKK TTTT    KKKKKKKKKK TTTTT
  private items: T[] = [];
  KKKKKKK PPPPP
  constructor(private readonly db: Database) {}
  FFFFFFFFFFF KKKKKKK KKKKKKKK     TTTTTTTT
  async find(id: string): Promise<User | undefined> { return this.db.get<User>(id)!; }
  KKKKK FFFF     TTTTTT   TTTTTTT TTTT   KKKKKKKKK    KKKKKK KKKK PP FFF TTTT
}

enum Level { Low = 1, High }
KKKK TTTTT   PPP   N  TTTT
declare module 'x' { export type { User } from './user.js'; }
KKKKKKK KKKKKK SSS   KKKKKK KKKK   TTTT   KKKK SSSSSSSSSSS
)table");
}

TEST_CASE("TypeScript: its words are names elsewhere") {
  CHECK_ROWS("ts", R"table(
let type = 5, number = type;
KKK        N
module.declare(namespace);
       FFFFFFF
)table");
}

TEST_CASE("TSX: an element after return, type arguments elsewhere") {
  CHECK_ROWS("tsx", R"table(
const f = <T,>(x: T) => <Box<T> size={1}>it's</Box>;
KKKKK                    TTT T        N        TTT
)table");
}
