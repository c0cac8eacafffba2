#include "cli/run.h"

int main(int argc, char** argv) { return nbpublish::run(argc, argv); }
