#include "base/xml_text.h"

#include <catch2/catch.hpp>

using namespace nbpublish;

TEST_CASE("what would be markup is written as entities, all else as it is") {
  CHECK(xml_text("a < b && c > \"d\" 'e'") == "a &lt; b &amp;&amp; c &gt; &quot;d&quot; 'e'");
  CHECK(xml_text("\u00E9&amp;") == "\u00E9&amp;amp;");
  CHECK(xml_text("").empty());
}
