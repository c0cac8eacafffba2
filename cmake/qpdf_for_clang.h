// In the place of <qpdf/JSON.hh> of qpdf 11.3, whose std::vector of a class that is not complete clang refuses in C++20 and later. What
// we use of qpdf only passes JSON on.
#pragma once
#define JSON_HH

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <qpdf/Types.h>
#include <qpdf/PointerHolder.hh>

class JSON;
