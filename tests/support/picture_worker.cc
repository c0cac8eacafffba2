// A program that is nothing but a worker.
#include "workshop/worker.h"

int main() { nbpublish::run_picture_worker(); }
