# One library per room of src/. Its link list is the room's row of the table in src/README.md: what a room
# may include is what it links.

add_library(nbp_options INTERFACE)
# What one file names does not shadow what another does that happens to be compiled with it.
set(by_files $<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>)
target_compile_options(nbp_options INTERFACE -Wall -Wextra -Wpedantic $<${by_files}:-Wshadow> -Wnon-virtual-dtor -Werror)
# g++ 12 sees overlaps in std::string's own insert and replace (GCC bug 105651), and uninitialised members in moved
# std::variant and std::optional, when it optimises: false both, and not in our code.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(nbp_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
else()  # clang takes libstdc++'s own use of std::get_temporary_buffer, in std::stable_sort, for ours
  target_compile_options(nbp_options INTERFACE -Wno-deprecated-declarations)
endif()
target_include_directories(nbp_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
# What is sanitised is the program, not its tests: code of src/ says so (the property), and test objects are those of any other build.
# Every container of the standard library checks its indices, too. Warnings are the other builds' to tell: the sanitizers make some up.
define_property(TARGET PROPERTY NBP_SANITIZED INITIALIZE_FROM_VARIABLE NBP_SANITIZED)
if(NBP_SANITIZE)
  set(sanitised $<BOOL:$<TARGET_PROPERTY:NBP_SANITIZED>>)
  target_compile_options(nbp_options INTERFACE
    "$<${sanitised}:-fsanitize=address,undefined;-fno-sanitize-recover=all;-fno-omit-frame-pointer;-D_GLIBCXX_ASSERTIONS;-w>")
  target_link_options(nbp_options INTERFACE -fsanitize=address,undefined)
endif()
if(NBP_FUZZ)  # assertions are kept: they are what a fuzzer finds
  target_compile_options(nbp_options INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(nbp_options INTERFACE -fsanitize=address,undefined)
endif()

# nbp_room(layout/page ROOMS frame style LIBS fmt::fmt)
function(nbp_room path)
  cmake_parse_arguments(ARG "" "" "ROOMS;LIBS" ${ARGN})
  string(REPLACE "/" "_" name ${path})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${path}/*.cc)
  if(NOT sources)
    add_library(nbp_${name} INTERFACE)
    set(kind INTERFACE)
  else()
    add_library(nbp_${name} STATIC ${sources})
    set(kind PUBLIC)
    # A room at a time: nine tenths of compiling is reading headers. It is why no two files of a room may give a name of their own to
    # two things. Builds that people edit in go by files, and so do those that tell a missing #include.
    set_target_properties(nbp_${name} PROPERTIES UNITY_BUILD ${NBP_UNITY} UNITY_BUILD_BATCH_SIZE 24)
  endif()
  list(TRANSFORM ARG_ROOMS REPLACE "/" "_")
  list(TRANSFORM ARG_ROOMS PREPEND nbp_)
  target_link_libraries(nbp_${name} ${kind} nbp_options ${ARG_ROOMS} ${ARG_LIBS})
endfunction()

# A page is thousands of small objects: with mimalloc a build takes a tenth less time than with the system's allocator (make bench). Not
# under the sanitizers, which bring their own.
function(nbp_fast_malloc target)
  if(NOT NBP_SANITIZE AND NOT NBP_FUZZ)
    target_link_libraries(${target} PRIVATE mimalloc)
    target_link_options(${target} PRIVATE LINKER:--no-as-needed)  # nothing of it is called by name
  endif()
endfunction()
