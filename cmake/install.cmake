# PREFIX/bin/nbpublish finds its data in PREFIX/share/nbpublish, relative to its own place.
include(GNUInstallDirs)
if(TARGET nbpublish)
  install(TARGETS nbpublish)
endif()
set(NBP_DATA ${CMAKE_INSTALL_DATADIR}/nbpublish)
install(DIRECTORY styles outlets DESTINATION ${NBP_DATA})
install(FILES diagrams/notation.js diagrams/drawing.js diagrams/words.js diagrams/page.js DESTINATION ${NBP_DATA}/diagrams)
# Only where `make diagrams` has fetched it.
install(FILES build/npm/diagrams/node_modules/mermaid/dist/mermaid.min.js DESTINATION ${NBP_DATA}/diagrams OPTIONAL)
install(FILES fonts/fonts.toml DESTINATION ${NBP_DATA}/fonts)
install(DIRECTORY fonts/files fonts/licences DESTINATION ${NBP_DATA}/fonts)
