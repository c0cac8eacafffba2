#include "workshop/confine.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nbpublish {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;
#endif

constexpr std::uint32_t kRefuse = SECCOMP_RET_ERRNO | EPERM, kUnknown = SECCOMP_RET_ERRNO | ENOSYS;
constexpr std::uint32_t kFirstOfX32 = 0x40000000;  // the same calls by other numbers
constexpr std::uint32_t kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

constexpr std::uint32_t kRefused[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kill,
    SYS_unlinkat,
    SYS_renameat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_truncate,
    SYS_mknodat,
    SYS_utimensat,
    SYS_mount,
    SYS_umount2,
    SYS_chroot,
    SYS_setns,
    SYS_unshare,
    SYS_openat2,
    SYS_io_uring_setup,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_keyctl,
    SYS_add_key,
#ifdef SYS_open  // the older names, which newer processors do not have
    SYS_fork,
    SYS_vfork,
    SYS_creat,
    SYS_unlink,
    SYS_rename,
    SYS_mkdir,
    SYS_rmdir,
    SYS_link,
    SYS_symlink,
    SYS_chmod,
    SYS_chown,
    SYS_lchown,
    SYS_mknod,
    SYS_utime,
    SYS_utimes,
#endif
};

constexpr std::uint32_t offset_of_argument(unsigned number) {
  return offsetof(seccomp_data, args) + 8 * number;  // its lower half, on a little-endian machine
}

class Filter {
 public:
  void load(std::uint32_t offset) { add(BPF_LD | BPF_W | BPF_ABS, offset); }
  void end_if_not(std::uint32_t value, std::uint32_t verdict) {
    program_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0));
    end(verdict);
  }
  void end(std::uint32_t verdict) { add(BPF_RET | BPF_K, verdict); }
  void end_if(std::uint16_t test, std::uint32_t value, std::uint32_t verdict) {
    program_.push_back(BPF_JUMP(static_cast<std::uint16_t>(BPF_JMP | test | BPF_K), value, 0, 1));
    end(verdict);
  }
  // A call whose argument has one of these bits, or has not.
  void end_if_argument(std::uint32_t call, unsigned argument, std::uint32_t bits, bool has) {
    constexpr std::uint8_t kTestAndEnd = 3;
    program_.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, kTestAndEnd + 1));
    load(offset_of_argument(argument));
    program_.push_back(
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, static_cast<std::uint8_t>(has ? 0 : 1), static_cast<std::uint8_t>(has ? 1 : 0)));
    end(kRefuse);
    load(offsetof(seccomp_data, nr));
  }
  void install() {
    const sock_fprog program{static_cast<unsigned short>(program_.size()), program_.data()};
    static_cast<void>(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
  }

 private:
  std::vector<sock_filter> program_;
  void add(unsigned code, std::uint32_t value) { program_.push_back(BPF_STMT(static_cast<std::uint16_t>(code), value)); }
};

}  // namespace

void confine() {
  if (kArchitecture == 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  Filter filter;
  filter.load(offsetof(seccomp_data, arch));
  filter.end_if_not(kArchitecture, kRefuse);
  filter.load(offsetof(seccomp_data, nr));
  filter.end_if(BPF_JGE, kFirstOfX32, kRefuse);
  for (const std::uint32_t call : kRefused) filter.end_if(BPF_JEQ, call, kRefuse);
  filter.end_if(BPF_JEQ, SYS_clone3, kUnknown);  // its flags are out of reach; libraries fall back to clone
  filter.end_if_argument(SYS_clone, 0, CLONE_THREAD, false);
  filter.end_if_argument(SYS_openat, 2, kWriting, true);
#ifdef SYS_open
  filter.end_if_argument(SYS_open, 1, kWriting, true);
#endif
  filter.end(SECCOMP_RET_ALLOW);
  filter.install();
}

}  // namespace nbpublish
