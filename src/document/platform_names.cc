#include "document/platform_names.h"

#include <algorithm>
#include <array>
#include <set>

namespace nbpublish {
namespace {

// Words of one text with blanks between them.
class WordSet {
 public:
  explicit WordSet(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      words_.insert(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  std::set<std::string_view> words_;
};

const WordSet kOwners(
    "AbortController AbortSignal AggregateError Array ArrayBuffer AsyncIterator Atomics BigInt BigInt64Array BigUint64Array Blob "
    "Boolean BroadcastChannel Buffer CompressionStream Crypto CryptoKey CustomEvent DOMException DataView Date DecompressionStream "
    "Error Event EventTarget File FinalizationRegistry Float32Array Float64Array FormData Function Generator Headers Int16Array "
    "Int32Array Int8Array Intl Iterator JSON Map Math MessageChannel MessageEvent MessagePort Number Object PerformanceObserver "
    "Promise Proxy ReadableStream Reflect RegExp Request Response Set SharedArrayBuffer String SubtleCrypto Symbol TextDecoder "
    "TextEncoder TransformStream TypedArray URL URLSearchParams Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef "
    "WeakSet WebAssembly WebSocket WritableStream assert async_hooks buffer child_process cluster console crypto dgram "
    "diagnostics_channel dns events fs fsPromises global globalThis http http2 https import inspector module navigator net os path "
    "perf_hooks performance process punycode querystring readline repl require sea sqlite stream string_decoder timers "
    "timersPromises tls trace_events tty url util v8 vm wasi worker_threads zlib");
const WordSet kClasses(
    "AbortController AbortSignal ArrayBuffer AsyncLocalStorage AsyncResource Atomics BigInt Blob BlockList BroadcastChannel Buffer "
    "ChildProcess ClientRequest CompressionStream DOMException DataView DecompressionStream Dirent Duplex EventEmitter EventTarget "
    "FSWatcher FileHandle FinalizationRegistry FormData IncomingMessage KeyObject MessageChannel MessagePort Module OutgoingMessage "
    "PassThrough PerformanceObserver Proxy ReadStream Readable ReadableStream Reflect ServerResponse SharedArrayBuffer SocketAddress "
    "StringDecoder TLSSocket TextDecoder TextEncoder Transform TransformStream TypedArray URL URLSearchParams Uint8Array WeakMap "
    "WeakRef WeakSet WebAssembly WebSocket Worker Writable WritableStream WriteStream X509Certificate");
const WordSet kFunctions(
    "_construct _destroy _final _flush _read _transform _write _writev atob btoa clearImmediate clearInterval clearTimeout decodeURI "
    "decodeURIComponent encodeURI encodeURIComponent eval fetch import isFinite isNaN parseFloat parseInt queueMicrotask require "
    "setImmediate setInterval setTimeout structuredClone");
// As the documentation of Node.js calls the objects that a program makes of its classes ...
const WordSet kObjects(
    "agent als asyncLocalStorage buf buffer child childProcess controller dirent duplex ee emitter eventEmitter fh fileHandle "
    "filehandle parentPort port readable req request res response rl rs server signal socket stats stream subprocess timeout timer "
    "transform watcher worker writable ws");
// ... and what these classes have.
const WordSet kMembers(
    "BYTES_PER_ELEMENT abort aborted addEventListener addListener addTrailers address append appendFile appendHeader at atime "
    "atimeMs birthtime birthtimeMs blksize blocks bufferSize byteLength byteOffset bytesRead bytesWritten channel chmod chown "
    "clearLine clearTimeout close closeAllConnections closeIdleConnections closed columns compare connect connected connection copy "
    "cork createConnection createReadStream createWriteStream ctime ctimeMs datasync decode destroy destroySoon destroyed dev "
    "disable disconnect dispatchEvent emit enableTrace encoding end enterWith entries equals errored eventNames every exit exitCode "
    "exitedAfterDisconnect fatal fd fill filter flatMap flushHeaders forEach get getAll getConnections getCursorPos getHeader "
    "getHeaderNames getHeaders getHeapSnapshot getMaxListeners getPeerCertificate getPrompt getRawHeaderNames getStore getWindowSize "
    "gid hasColors hasHeader hasRef headers headersDistinct headersSent hostname href httpVersion httpVersionMajor httpVersionMinor "
    "ignoreBOM includes indexOf ino inspect isBlockDevice isCharacterDevice isDead isDirectory isFIFO isFile isPaused isSocket "
    "isSymbolicLink isTTY join keys kill killed lastIndexOf length listen listenerCount listeners listening localAddress localFamily "
    "localPort map method mode mtime mtimeMs nlink off offset on once online onmessage onmessageerror origin pathname pause pending "
    "pid pipe port postMessage prependListener prependOnceListener process prompt protocol push question rawHeaders rawListeners "
    "rawTrailers rdev read readBigInt64BE readBigInt64LE readBigUInt64BE readBigUInt64LE readBigUint64BE readBigUint64LE "
    "readDoubleBE readDoubleLE readFile readFloatBE readFloatLE readInt16BE readInt16LE readInt32BE readInt32LE readInt8 readIntBE "
    "readIntLE readLines readUInt16BE readUInt16LE readUInt32BE readUInt32LE readUInt8 readUIntBE readUIntLE readUint16BE "
    "readUint16LE readUint32BE readUint32LE readUint8 readUintBE readUintLE readable readableAborted readableBuffer readableDidRead "
    "readableEncoding readableEnded readableFlowing readableHighWaterMark readableLength readableObjectMode readableWebStream readv "
    "ref remoteAddress remoteFamily remotePort removeAllListeners removeEventListener removeHeader removeListener resetAndDestroy "
    "resourceLimits resume reverse rows searchParams send set setDefaultEncoding setEncoding setHeader setHeaders setKeepAlive "
    "setMaxListeners setNoDelay setPrompt setRawMode setTimeout signal size slice sort spawn spawnargs start stat statusCode "
    "statusMessage stderr stdin stdout subarray swap16 swap32 swap64 sync terminate threadId throwIfAborted toArray toJSON toString "
    "trailers trailersDistinct truncate uid uncork unpipe unref unshift url utimes values with wrap writable writableAborted "
    "writableBuffer writableCorked writableEnded writableFinished writableHighWaterMark writableLength writableNeedDrain "
    "writableObjectMode write writeBigInt64BE writeBigInt64LE writeBigUInt64BE writeBigUInt64LE writeBigUint64BE writeBigUint64LE "
    "writeDoubleBE writeDoubleLE writeEarlyHints writeFile writeFloatBE writeFloatLE writeHead writeInt16BE writeInt16LE "
    "writeInt32BE writeInt32LE writeInt8 writeIntBE writeIntLE writeUInt16BE writeUInt16LE writeUInt32BE writeUInt32LE writeUInt8 "
    "writeUIntBE writeUIntLE writeUint16BE writeUint16LE writeUint32BE writeUint32LE writeUint8 writeUintBE writeUintLE writev");
const WordSet kErrors(
    "AbortError AggregateError AssertionError DOMException E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EAI_AGAIN "
    "EAI_FAIL EAI_NONAME EALREADY EBADF EBADMSG EBUSY ECANCELED ECHILD ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDESTADDRREQ "
    "EDOM EDQUOT EEXIST EFAULT EFBIG EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR EINVAL EIO EISCONN EISDIR ELOOP EMFILE EMLINK "
    "EMSGSIZE ENAMETOOLONG ENETDOWN ENETRESET ENETUNREACH ENFILE ENOBUFS ENODATA ENODEV ENOENT ENOEXEC ENOLCK ENOLINK ENOMEM ENOMSG "
    "ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTCONN ENOTDIR ENOTEMPTY ENOTFOUND ENOTSOCK ENOTSUP ENOTTY ENXIO EOPNOTSUPP EOVERFLOW "
    "EPERM EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EROFS ESHUTDOWN ESPIPE ESRCH ESTALE ETIME ETIMEDOUT ETXTBSY EWOULDBLOCK "
    "EXDEV EvalError MODULE_NOT_FOUND RangeError ReferenceError SuppressedError SyntaxError SystemError TimeoutError TypeError "
    "URIError");
const WordSet kSignals(
    "SIGABRT SIGALRM SIGBREAK SIGBUS SIGCHLD SIGCONT SIGFPE SIGHUP SIGILL SIGINFO SIGINT SIGIO SIGKILL SIGLOST SIGPIPE SIGPOLL "
    "SIGPROF SIGPWR SIGQUIT SIGSEGV SIGSTKFLT SIGSTOP SIGSYS SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 "
    "SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ");
const WordSet kVariables(
    "APPDATA CI COLORTERM DEBUG EDITOR FORCE_COLOR HOME HTTPS_PROXY HTTP_PROXY LANG LC_ALL LD_LIBRARY_PATH LD_PRELOAD LOCALAPPDATA "
    "MALLOC_ARENA_MAX NODE_CHANNEL_FD NODE_CLUSTER_SCHED_POLICY NODE_COMPILE_CACHE NODE_DEBUG NODE_DEBUG_NATIVE NODE_DISABLE_COLORS "
    "NODE_DISABLE_COMPILE_CACHE NODE_ENV NODE_EXTRA_CA_CERTS NODE_ICU_DATA NODE_NO_WARNINGS NODE_OPTIONS NODE_PATH "
    "NODE_PENDING_DEPRECATION NODE_PENDING_PIPE_INSTANCES NODE_PRESERVE_SYMLINKS NODE_REDIRECT_WARNINGS NODE_REPL_HISTORY "
    "NODE_SKIP_PLATFORM_CHECK NODE_TEST_CONTEXT NODE_TLS_REJECT_UNAUTHORIZED NODE_UNIQUE_ID NODE_USE_ENV_PROXY NODE_V8_COVERAGE "
    "NO_COLOR NO_PROXY OPENSSL_CONF PATH PWD SHELL SSL_CERT_DIR SSL_CERT_FILE TEMP TERM TMP TMPDIR TZ USERPROFILE UV_THREADPOOL_SIZE "
    "UV_USE_IO_URING");
const WordSet kPlaceholders("BAR BAZ FOO KEY MY_VAR NAME NONEXISTENT VALUE VAR XXX XXXX bar bas baz foo quux qux xyz");
constexpr auto kConstantPrefixes = std::to_array<std::string_view>({"CLOCK_", "COPYFILE_", "EPOLL", "EV_", "F_", "IN_", "IPPROTO_", "MAP_",
                                                                    "MSG_", "O_", "PROT_", "RLIMIT_", "SA_", "SIG_", "SO_", "S_I", "TCP_"});
constexpr auto kNativePrefixes =
    std::to_array<std::string_view>({"epoll_", "io_uring_", "kqueue_", "napi_", "node::", "node_api_", "node_napi_", "uv_", "v8::"});
constexpr auto kVariablePrefixes = std::to_array<std::string_view>({"NPM_CONFIG_", "npm_config_", "npm_package_"});

constexpr bool begins_with_any(const auto& prefixes, std::string_view word) {
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return word.size() > prefix.size() && word.starts_with(prefix); });
}

}  // namespace

bool is_platform_owner(std::string_view word) { return kOwners.contains(word) || kClasses.contains(word); }
bool is_platform_class(std::string_view word) { return kClasses.contains(word); }
bool is_platform_function(std::string_view word) { return kFunctions.contains(word); }
bool is_platform_member(std::string_view object, std::string_view member) { return kObjects.contains(object) && kMembers.contains(member); }
bool is_native_name(std::string_view name) { return begins_with_any(kNativePrefixes, name) && !name.ends_with('_'); }

bool is_platform_error(std::string_view word) { return kErrors.contains(word) || (word.starts_with("ERR_") && word.size() > 5); }
bool is_signal(std::string_view word) { return kSignals.contains(word); }
bool is_system_constant(std::string_view word) { return begins_with_any(kConstantPrefixes, word) && !word.ends_with('_'); }
bool is_platform_variable(std::string_view word) { return kVariables.contains(word) || begins_with_any(kVariablePrefixes, word); }

bool is_placeholder(std::string_view word) { return kPlaceholders.contains(word); }

}  // namespace nbpublish
