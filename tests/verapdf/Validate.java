import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with veraPDF.
 *
 * <p>{@code java -cp ... Validate.java PROFILES PLACE... [--controls PLACE...]}: every file is held to every profile, such as
 * {@code 2u,ua1}; a place is a file, or a folder with all *.pdf below it. Controls are files with one thing broken: each must
 * break the rule that its name begins with, such as {@code "2u 6.2.11.4.1-1 no font.pdf"}. Ends with 1 where a file breaks a rule
 * or a control doesn't, and where there is nothing to validate.
 */
public final class Validate {
    /** How often a broken rule is shown in one file: a mistake of the writer's breaks it on every page. */
    private static final int SHOWN = 2;

    private final List<PDFAFlavour> profiles;
    private int files;
    private int failures;

    private Validate(List<PDFAFlavour> profiles) {
        this.profiles = profiles;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = Arrays.asList(arguments);
        int controls = words.contains("--controls") ? words.indexOf("--controls") : words.size();
        if (controls < 2) {
            System.err.println("usage: Validate.java PROFILES PLACE... [--controls PLACE...]");
            System.exit(2);
        }
        quieten();
        VeraGreenfieldFoundryProvider.initialise();
        Validate validate = new Validate(profiles(words.get(0)));
        validate.documents(pdfs(words.subList(1, controls)));
        if (controls < words.size()) {
            validate.controls(pdfs(words.subList(controls + 1, words.size())));
        }
        String counted = "%d files, %d profiles: %d failures%n";
        System.out.printf(counted, validate.files, validate.profiles.size(), validate.failures);
        System.exit(validate.failures == 0 ? 0 : 1);
    }

    /** The parser logs what it finds odd, and the rules say it again where it matters. */
    private static void quieten() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    private static List<PDFAFlavour> profiles(String names) {
        List<PDFAFlavour> profiles = new ArrayList<>();
        for (String name : names.split(",")) {
            PDFAFlavour profile = PDFAFlavour.byFlavourId(name);
            if (profile == PDFAFlavour.NO_FLAVOUR) {
                throw new IllegalArgumentException("veraPDF has no profile " + name);
            }
            profiles.add(profile);
        }
        return profiles;
    }

    /** All files of these places; that there is none in one of them is a mistake of who named it. */
    private static List<Path> pdfs(List<String> places) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String place : places) {
            try (Stream<Path> found = Files.walk(Path.of(place))) {
                List<Path> files = found.filter(Validate::isPdf).sorted().toList();
                if (files.isEmpty()) {
                    throw new IOException("there is no PDF file in " + place);
                }
                all.addAll(files);
            }
        }
        return all;
    }

    private static boolean isPdf(Path path) {
        return Files.isRegularFile(path) && path.toString().endsWith(".pdf");
    }

    /** Every file must keep every rule. */
    private void documents(List<Path> documents) {
        for (Path file : documents) {
            files += 1;
            for (PDFAFlavour profile : profiles) {
                for (String broken : broken(file, profile).values()) {
                    failures += 1;
                    System.out.println(file + ": " + broken);
                }
            }
        }
    }

    /** Every file must break the rule that its name begins with: a validator that passes everything is found out. */
    private void controls(List<Path> controls) {
        for (Path file : controls) {
            files += 1;
            String[] name = file.getFileName().toString().split(" ");
            Map<String, String> broken = broken(file, profiles(name[0]).get(0));
            if (!broken.containsKey(name[1])) {
                failures += 1;
                System.out.println(file + ": does not break the rule " + name[1] + ", but " + broken.keySet());
            }
        }
    }

    /** The rules of a profile that a file breaks, each with what is wrong and where. */
    private static Map<String, String> broken(Path file, PDFAFlavour profile) {
        Map<String, String> broken = new LinkedHashMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), profile);
                PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(profile, SHOWN, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion test : result.getTestAssertions()) {
                int times = result.getFailedChecks().get(test.getRuleId());
                String head = profile.getId() + " " + rule(test) + ", " + times + " times: " + test.getMessage();
                broken.putIfAbsent(rule(test), head);
                broken.merge(rule(test), where(test), String::concat);
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.put("none", profile.getId() + ": not valid, and no rule is named");
            }
        } catch (Exception error) {
            String reason = error + ", " + error.getCause();
            broken.put("unread", profile.getId() + ": can't be validated: " + reason);
        }
        return broken;
    }

    private static String rule(TestAssertion test) {
        return test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
    }

    private static String where(TestAssertion test) {
        return "\n    " + test.getErrorMessage() + "\n    in " + test.getLocation().getContext();
    }
}
