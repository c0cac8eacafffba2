#include "cli/commands.h"

namespace nbpublish {

Commands all_commands() {
  Commands out;
  out.push_back(publish_command());
  out.push_back(list_command());
  out.push_back(check_command());
  out.push_back(diagrams_command());
  out.push_back(audit_command());
  out.push_back(explain_command());
  out.push_back(dump_command());
  out.push_back(preflight_command());
  out.push_back(clean_command());
  return out;
}

std::vector<std::string> names_of(const Commands& commands) {
  std::vector<std::string> out;
  for (const auto& command : commands) out.emplace_back(command->name());
  return out;
}

}  // namespace nbpublish
