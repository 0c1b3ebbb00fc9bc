package io.patchbay.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs each ArchRule constant of a test class as a test of its name. ArchUnit's own engine runs none, in silence, under -Dtest. */
public final class ArchRules {
    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.patchbay");

    private ArchRules() { }

    public static Stream<DynamicTest> of(Class<?> test) {
        return Stream.of(test.getDeclaredFields()).filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(field.getName(), () -> rule(field).check(OURS)));
    }

    private static ArchRule rule(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return (ArchRule) field.get(null);
    }
}
