// Validates PDF files with veraPDF's library: `java VeraCheck STANDARDS FILE...`, where STANDARDS are veraPDF's names of
// them, parted by commas: ua1, 2a, 2b. Prints a line for each rule that a file breaks, with how often and where first.
// Ends with 0 if all files keep all standards, with 1 if not, with 2 if a file cannot be checked.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class VeraCheck {
  private enum Outcome { KEPT, BROKEN, UNREADABLE }

  private static final class Finding {
    private final String message;
    private int count = 1;

    private Finding(TestAssertion assertion) {
      message = assertion.getMessage().strip() + " at " + assertion.getLocation().getContext();
    }
  }

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: java VeraCheck STANDARDS FILE...");
      System.exit(2);
    }
    LogManager.getLogManager().reset();  // the library's own log
    VeraGreenfieldFoundryProvider.initialise();
    Outcome worst = Outcome.KEPT;
    for (int i = 1; i < arguments.length; ++i) {
      for (String standard : arguments[0].split(",")) {
        Outcome outcome = check(arguments[i], standard);
        if (outcome.compareTo(worst) > 0) worst = outcome;
      }
    }
    System.exit(worst.ordinal());
  }

  private static Outcome check(String file, String standard) {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
    if (flavour == PDFAFlavour.NO_FLAVOUR) {
      System.out.println(standard + ": veraPDF knows no such standard");
      return Outcome.UNREADABLE;
    }
    try (InputStream bytes = new FileInputStream(file);
         VeraPDFFoundry foundry = Foundries.defaultInstance();
         PDFAParser parser = foundry.createParser(bytes, flavour);
         PDFAValidator validator = foundry.createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      report(standard, result);
      return result.isCompliant() ? Outcome.KEPT : Outcome.BROKEN;
    } catch (Exception error) {
      System.out.println(standard + ": " + file + " cannot be checked: " + error);
      return Outcome.UNREADABLE;
    }
  }

  private static void report(String standard, ValidationResult result) {
    Map<String, Finding> findings = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
      Finding known = findings.get(rule);
      if (known == null) findings.put(rule, new Finding(assertion));
      else ++known.count;
    }
    findings.forEach((rule, finding) ->
        System.out.println(standard + " " + rule + ", " + finding.count + " times: " + finding.message));
  }
}
