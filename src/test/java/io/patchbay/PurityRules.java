package io.patchbay;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.EntryProcessor;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import io.patchbay.cli.HashPasswordCommand;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What must come out the same wherever and however often it runs, and what only some may touch; {@link ArchitectureTest} checks it. */
final class PurityRules {
    private static final String[] PURE = {"io.patchbay.model..", "io.patchbay.rules.."};

    static final ArchRule rules_read_no_clock = noClasses().that().resideInAnyPackage(PURE)
            .should().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime").orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould(callMethodWhere(target(name("now")).and(target(owner(assignableTo(java.time.temporal.Temporal.class))))))
            .because("rules run again in every replica and at a cold start. Two ways out: take the time from the command, "
                    + "or ask for a deadline and get a command when it has passed");

    static final ArchRule rules_make_nothing_up = noClasses().that().resideInAnyPackage(PURE)
            .should().callMethod(UUID.class, "randomUUID").orShould().callMethod(Math.class, "random")
            .orShould().dependOnClassesThat().areAssignableTo(Random.class)
            .orShould().dependOnClassesThat().areAssignableTo(SecureRandom.class)
            .orShould().dependOnClassesThat().areAssignableTo(ThreadLocalRandom.class)
            .because("a command that is run twice must create nothing twice. Two ways out: derive the id from the command's id, "
                    + "or let the door put it into the command");

    static final ArchRule rules_do_nothing_but_think = classes().that().resideInAPackage("io.patchbay.rules..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("io.patchbay.rules..", "io.patchbay.model..", "java.lang..", "java.util",
                    "java.util.function", "java.util.regex", "java.util.stream", "java.time", "java.nio.charset")
            .because("files, sockets, threads and logs have no place inside a step. Two ways out: tell of it in an event and let the "
                    + "grid or a door act on it, or read it before and bring it with the command");

    static final ArchRule the_model_does_not_change = fields().that().areDeclaredInClassesThat().resideInAPackage("io.patchbay.model..")
            .should().beFinal()
            .because("a cell is kept as an object: what changes in place changes without a step. Two ways out: return a changed copy, "
                    + "or keep the changing part in a local variable");

    static final ArchRule the_model_has_no_setters = noMethods().that().areDeclaredInClassesThat().resideInAPackage("io.patchbay.model..")
            .should().haveNameMatching("set[A-Z].*").andShould().haveRawReturnType(void.class)
            .because("a cell is kept as an object. Two ways out: a method that returns a changed copy, or an event that evolve applies");

    static final ArchRule steps_use_no_map = noClasses().that().areAssignableTo(EntryProcessor.class)
            .should().dependOnClassesThat().haveNameMatching("com\\.hazelcast\\.map\\.(IMap|BaseMap)|com\\.hazelcast\\..*Service")
            .because("a map call or another step from inside a step deadlocks its partition. Two ways out: leave a follow-up in the cell, "
                    + "which the publisher delivers, or do it where the step has completed");

    static final ArchRule steps_ask_hazelcast_for_their_host_only = noClasses().that().areAssignableTo(EntryProcessor.class)
            .should(callMethodWhere(target(owner(assignableTo(HazelcastInstance.class)))
                    .and(target(DescribedPredicate.not(name("getUserContext"))))))
            .because("a step may reach its own entry and its Host. Two ways out: give Host a method that neither waits nor "
                    + "calls the grid, or do it where the step has completed");

    static final ArchRule what_runs_inside_a_step_knows_no_hazelcast = noClasses()
            .that().haveNameMatching("io\\.patchbay\\.grid\\.(Step|Cell|CellType|CellTypes|Watermark|Host)(\\$.*)?")
            .should().dependOnClassesThat().resideInAPackage("com.hazelcast..")
            .because("these run on a partition thread. Two ways out: hand the value in, or do it where the step has completed");

    static final ArchRule what_is_printed_is_printed_by_three = noClasses()
            .that().doNotBelongToAnyOf(Patchbay.class, RunGateway.class, HashPasswordCommand.class).should(ACCESS_STANDARD_STREAMS)
            .because("operators read one log. Two ways out: log it with key-values, or return it to Patchbay");

    static final ArchRule one_log = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
            .because("operators read one log. Two ways out: org.slf4j with key-values, or nothing");

    static final ArchRule only_the_process_ends_itself = noClasses()
            .that().doNotBelongToAnyOf(Patchbay.class, RunGateway.class, HashPasswordCommand.class)
            .and().doNotHaveFullyQualifiedName("io.patchbay.broker.FatalFaults") // without its broker it can acknowledge nothing
            .should(callMethodWhere(ends()))
            .because("whoever started the gateway may be a test or another program. Two ways out: throw what tells why, or close");

    private PurityRules() { }

    private static DescribedPredicate<JavaMethodCall> ends() {
        return DescribedPredicate.describe("System.exit or Runtime.halt", call -> call.getName().matches("exit|halt")
                && (call.getTargetOwner().isEquivalentTo(System.class) || call.getTargetOwner().isEquivalentTo(Runtime.class)));
    }
}
