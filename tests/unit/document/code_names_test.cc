#include "document/code_names.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

namespace {

// "fs.readFile() EACCES?": parentheses where it is called, a question mark where it is not the platform's.
std::string shown(const std::vector<CodeName>& names) {
  std::string out;
  for (const CodeName& name : names)
    out += (out.empty() ? "" : " ") + name.name + (name.is_called ? "()" : "") + (name.is_known ? "" : "?");
  return out;
}
std::string in_code(std::string_view code) { return shown(names_in_code(code)); }
std::string in_words(std::string_view words) { return shown(names_in_words(words)); }

NameKind kind(std::string_view code) {
  const std::vector<CodeName> names = names_in_code(code);
  REQUIRE(names.size() == 1);
  return names.front().kind;
}

}  // namespace

TEST_CASE("names in code: what stands behind a module or a global object") {
  CHECK(in_code("fs.readFile") == "fs.readFile");
  CHECK(in_code("const data = fs.readFileSync(path)") == "fs.readFileSync()");
  CHECK(in_code("Buffer.from(buffer)") == "Buffer.from()");
  CHECK(in_code("process.memoryUsage().heapUsed") == "process.memoryUsage()");
  CHECK(in_code("Promise.all([a.b, fs.stat(c)])") == "Promise.all() fs.stat()");
  CHECK(in_code("import.meta.url") == "import.meta.url");
  CHECK(in_code("Array.prototype.slice.call(x)") == "Array.prototype.slice()");
  CHECK(in_code("Function.prototype.apply") == "Function.prototype.apply");
  CHECK(in_code("module.exports.name = value") == "module.exports");
  CHECK(in_code("process.config.variables.node_prefix") == "process.config.variables");
}

TEST_CASE("names in code: objects that documentation calls so, with members that they have") {
  CHECK(in_code("server.listen(80)") == "server.listen()");
  CHECK(in_code("emitter.on") == "emitter.on");
  CHECK(in_code("server.users") == "server.users?");
  CHECK(in_code("user.name") == "user.name?");
}

TEST_CASE("names in code: one word is a name where it is all that the code says") {
  CHECK(in_code("setImmediate()") == "setImmediate()");
  CHECK(in_code("setTimeout(() => {}, 0)") == "setTimeout()");
  CHECK(in_code("new Worker(file)") == "Worker");
  CHECK(in_code("Transform") == "Transform");
  CHECK(in_code("class Doubler extends Transform") == "");
  CHECK(in_code("import") == "");
  CHECK(in_code("import('./a')") == "import()");
  CHECK(in_code("_transform") == "_transform");
  CHECK(in_code("data") == "");
  CHECK(in_code("Object") == "");
}

TEST_CASE("names in code: libraries below, and modules of other languages") {
  CHECK(in_code("uv_fs_read()") == "uv_fs_read()");
  CHECK(in_code("uv_fs_") == "");
  CHECK(in_code("v8::HeapStatistics") == "v8::HeapStatistics");
  CHECK(in_code("Book::iter()") == "Book::iter()?");
}

TEST_CASE("names in code: neither files nor addresses, neither what is quoted nor what stands for any other") {
  for (const char* code : {"http.js", "node_modules/fs.promises/index.js", "https://nodejs.org/api/fs.html", "example.com", "'fs.promises'",
                           "foo.bar", "foo.read()", "a.afterB", "d.prototype", "bird.__proto__.fly", "this.buffer", "@types/node.fs",
                           "./server.listen", "left-pad.js", "index.ts", "fs.promises/open"})
    CHECK(in_code(code) == "");
}

TEST_CASE("names in code: errors, signals, constants, flags and variables") {
  CHECK(kind("EADDRINUSE") == NameKind::Error);
  CHECK(kind("'ENOENT'") == NameKind::Error);
  CHECK(kind("ERR_REQUIRE_ESM") == NameKind::Error);
  CHECK(kind("TypeError: x is not a function") == NameKind::Error);
  CHECK(kind("SIGTERM") == NameKind::Signal);
  CHECK(kind("O_APPEND") == NameKind::Constant);
  CHECK(kind("node --trace-gc app.js") == NameKind::Flag);
  CHECK(kind("NODE_OPTIONS") == NameKind::Variable);
  CHECK(in_code("--max-old-space-size=4096") == "--max-old-space-size?");
  CHECK(in_code("process.env.NODE_ENV === 'production'") == "process.env NODE_ENV");
  CHECK(in_code("process.kill(pid, 'SIGUSR2')") == "process.kill() SIGUSR2");
  CHECK(in_code("MAX_RETRIES") == "MAX_RETRIES?");
  CHECK(in_code("NODE_MODULE(name, init)") == "");
  CHECK(in_code("NODE_MODULE") == "NODE_MODULE?");
  CHECK(in_code("i--; a --b ----- --") == "");
  CHECK(in_code("<!--comment-->") == "");
}

TEST_CASE("names in words: what is no word of the language") {
  CHECK(in_words("EMFILE: too many open files") == "EMFILE");
  CHECK(in_words("What process.exit does") == "process.exit");
  CHECK(in_words("Transform") == "");
  CHECK(in_words("The Worker and its PATH") == "");
  CHECK(in_words("e.g. a Node.js program") == "");
  CHECK(in_words("Why NODE_OPTIONS matters") == "NODE_OPTIONS");
}

TEST_CASE("what code reads from the environment, and puts into it") {
  std::set<std::string, std::less<>> names;
  add_environment_names("DB_URL=x PORT=80 node a.js\nconsole.log(process.env.SHARD, `$KIND ${LEVEL}`, MAX_RETRIES);", names);
  CHECK(names == std::set<std::string, std::less<>>{"DB_URL", "KIND", "LEVEL", "PORT", "SHARD"});
}
