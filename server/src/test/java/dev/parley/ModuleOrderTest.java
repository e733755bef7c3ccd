package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Imports go down the order of modules and nowhere else.
final class ModuleOrderTest {
    private static final String ROOT = "dev.parley.";
    private static final List<String> ORDER = List.of(
            "app",
            "gateway",
            "notification",
            "transcript",
            "ticket",
            "chat",
            "widget",
            "people",
            "channel",
            "access",
            "mail",
            "web",
            "storage",
            "base");

    @Test
    void importsGoDown() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.parley");
        assertThat(product).hasSizeGreaterThan(50);
        assertThat(upwards(product, ROOT)).isEmpty();
    }

    @Test
    void everyPackageIsAModule() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.parley");
        assertThat(product).allSatisfy(type -> assertThat(ORDER).contains(module(type, ROOT)));
    }

    @Test
    void oneImportThatGoesUpIsFound() {
        String root = ROOT + "badorder.";
        JavaClasses bad = new ClassFileImporter().importPackages("dev.parley.badorder");
        assertThat(upwards(bad, root))
                .isNotEmpty()
                .allSatisfy(fault ->
                        assertThat(fault).contains("dev.parley.badorder.base.Low", "dev.parley.badorder.chat.High"));
    }

    private static List<String> upwards(JavaClasses classes, String root) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(root))
                .filter(dependency -> goesUp(dependency, root))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean goesUp(Dependency dependency, String root) {
        return ORDER.indexOf(module(dependency.getTargetClass(), root))
                < ORDER.indexOf(module(dependency.getOriginClass(), root));
    }

    private static String module(JavaClass type, String root) {
        return (type.getPackageName() + ".").substring(root.length()).split("\\.", 2)[0];
    }
}
