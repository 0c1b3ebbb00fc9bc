package io.patchbay;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.patchbay.testing.ArchRules;
import io.patchbay.wire.BasicCredentials;
import io.patchbay.wire.BearerToken;
import io.patchbay.wire.ClientConnection;
import io.patchbay.wire.ConnectionEvent;
import io.patchbay.wire.ErrorRenderer;
import io.patchbay.wire.HttpHeader;
import io.patchbay.wire.HttpRequest;
import io.patchbay.wire.HttpResponse;
import io.patchbay.wire.RecordRequest;
import io.patchbay.wire.RequestAuthenticator;
import io.patchbay.wire.UpgradeAuthenticator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The package map: who may know whom, and which library lives where. Each arrow says what to do instead of breaking it. */
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> WIRE_VALUES = DescribedPredicate.<JavaClass>describe("the values of the wire",
            type -> Stream.of(UpgradeAuthenticator.class, RequestAuthenticator.class, BasicCredentials.class, BearerToken.class,
                    ClientConnection.class, ErrorRenderer.class,
                    HttpResponse.class, HttpRequest.class, HttpHeader.class, RecordRequest.class, ConnectionEvent.class)
                    .anyMatch(value -> type.getBaseComponentType().getName().startsWith(value.getName())));

    static final ArchRule the_model_knows_the_jdk_only = classes().that().resideInAPackage("io.patchbay.model..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("io.patchbay.model..", "java..")
            .because("everybody speaks the model. Two ways out: say it with a value of the model's own, "
                    + "or put what needs the library (JSON, a client) into the package that owns the library");

    static final ArchRule rules_know_the_model = arrows("rules", "model")
            .because("rules run inside a grid step and again in every replica. Two ways out: take what is missing from the command "
                    + "or the state, or tell of it in an event or follow-up and let the grid act on that");

    static final ArchRule json_knows_the_model = arrows("json", "model")
            .because("topics, members and snapshots share this one form. Two ways out: a new value belongs into the model, "
                    + "a vendor's JSON into its dialect");

    static final ArchRule publishing_knows_the_model_and_its_json = arrows("publish", "json", "kafka", "model")
            .because("what leaves for Kafka is made of events alone. Two ways out: put what is missing into the event, "
                    + "or let the grid hand it over through a type declared in publish");

    static final ArchRule the_grid_knows_rules_and_publishing = arrows("grid", "rules", "publish", "json", "model")
            .because("the grid runs rules and tells of it, whoever asked. Two ways out: let the caller follow the subject, "
                    + "or declare an interface in grid and let Gateway hand it in");

    static final ArchRule reading_knows_the_model = arrows("reading", "model")
            .because("every door reads with it. Two ways out: take the words of a refusal from the door, or read it in the door");

    static final ArchRule running_tasks_in_order_knows_nobody = arrows("concurrent")
            .because("every package may use it. Two ways out: take a Runnable, or put it beside what it needs");

    static final ArchRule the_clients_of_kafka_know_nobody = arrows("kafka")
            .because("every package that reads or writes topics uses them. Two ways out: take plain settings, or let the configuration "
                    + "translate its keys");

    static final ArchRule the_broker_knows_its_clients = arrows("broker", "kafka")
            .because("it is Kafka, not Patchbay. Two ways out: take plain settings, or let KafkaBootstrap translate");

    static final ArchRule the_configuration_knows_the_model = arrows("config", "kafka", "model")
            .because("it is read before anything runs. Two ways out: return a record of config and let Gateway translate it, "
                    + "or move the value into the model");

    static final ArchRule the_command_line_knows_the_configuration = arrows("cli", "config", "kafka")
            .because("its commands start nothing. Two ways out: take what is missing from the topics or the files, or make it a command of "
                    + "the root package, which has the gateway");

    static final ArchRule the_wire_knows_nobody = arrows("wire", "concurrent")
            .because("bytes have no meaning here. Two ways out: let the route call a bean of the dialect, "
                    + "or declare an interface in wire and let Gateway hand it in");

    static final ArchRule doors_know_grid_rules_and_model = arrows("door", "grid", "rules", "model", "wire", "concurrent")
            .because("doors are the same for all dialects. Two ways out: ask the dialect through an interface declared in door, "
                    + "or do it in the dialect");

    static final ArchRule doors_and_dialects_take_only_values_of_the_wire = noClasses()
            .that().resideInAnyPackage("io.patchbay.door..", "io.patchbay.dialect..", "io.patchbay.platform..", "io.patchbay.events..",
                    "io.patchbay.commands..")
            .should().dependOnClassesThat(resideInAPackage("io.patchbay.wire..").and(not(WIRE_VALUES)))
            .because("transport may change under them. Two ways out: use what a ConnectionEvent, ClientConnection, HttpRequest "
                    + "or HttpResponse offers, "
                    + "or add the step to the route");

    static final ArchRule dialogs_know_doors_rules_and_model = arrows("dialog", "door", "rules", "model")
            .because("calls as dialogs are the same for every dialect that shows them. Two ways out: give the dialect the values "
                    + "and let it write the bytes, or do it in the dialect");

    static final ArchRule dialects_know_doors_rules_and_model = arrows("dialect", "dialect", "dialog", "door", "reading", "rules", "model",
            "wire")
            .because("a dialect is text to model and back. Two ways out: take the setting or helper through the constructor "
                    + "(the route file names the bean), or move what several dialects need into io.patchbay.dialect, dialog or door");

    static final ArchRule dialects_do_not_know_each_other = slices().matching("io.patchbay.dialect.(*)..")
            .should().notDependOnEachOther()
            .because("one vendor's change must not break another. Two ways out: move the shared part to io.patchbay.dialect, "
                    + "or write it twice");

    static final ArchRule what_is_told_does_not_depend_on_what_was_asked = noClasses()
            .that().resideInAPackage("io.patchbay.dialect.*.frame..")
            .should().dependOnClassesThat().resideInAnyPackage("io.patchbay.dialect.*.request..", "io.patchbay.wire..")
            .because("the same event is told to a client that asked for it, to its colleagues and after a reconnect. Two ways out: "
                    + "put what is missing into the event, or into the words both sides share");

    static final ArchRule reading_a_request_tells_nobody = noClasses()
            .that().resideInAPackage("io.patchbay.dialect.*.request..")
            .should().dependOnClassesThat().resideInAnyPackage("io.patchbay.dialect.*.frame..", "io.patchbay.wire..")
            .because("a request becomes a command or a reply, and nothing else. Two ways out: let the binding do it when the "
                    + "outcome is there, or put it into the words both sides share");

    static final ArchRule the_platform_is_a_door_of_its_own = arrows("platform", "dialect", "door", "reading", "rules", "model",
            "config", "wire")
            .because("it speaks for outside parties, in no vendor's words. Two ways out: ask through door.CommandGateway, "
                    + "or move what dialects share with it to io.patchbay.dialect");

    static final ArchRule the_events_door_reads_topics = arrows("events", "dialect", "door", "rules", "publish", "json", "kafka",
            "model", "wire")
            .because("what subscribers hear is what the topics say. Two ways out: put what is missing into the event, "
                    + "or read it from a snapshot on the state topics");

    static final ArchRule the_commands_door_speaks_the_model = arrows("commands", "dialect", "door", "reading", "rules", "publish",
            "model", "wire")
            .because("middleware gives canonical commands. Two ways out: put what is missing into the model, "
                    + "or ask through door.CommandGateway");

    static final ArchRule other_doors_speak_no_dialect = noClasses()
            .that().resideInAnyPackage("io.patchbay.platform..", "io.patchbay.events..", "io.patchbay.commands..")
            .should().dependOnClassesThat().resideInAPackage("io.patchbay.dialect.*..")
            .because("outside parties are nobody's vendor. Two ways out: move it to io.patchbay.dialect, or write it twice");

    static final ArchRule nobody_knows_the_root = noClasses().that().resideInAPackage("io.patchbay.*..")
            .should().dependOnClassesThat().resideInAPackage("io.patchbay")
            .because("Gateway wires all, so it is known by none. Two ways out: take it through the constructor, or as a bean of the route");

    static final ArchRule packages_have_no_cycles = slices().matching("io.patchbay.(**)").should().beFreeOfCycles()
            .because("two packages that need each other are one. Two ways out: merge them, "
                    + "or declare what is asked for as an interface where it is asked");

    static final ArchRule camel_in_four_places =
            library("org.apache.camel", "io.patchbay", "io.patchbay.wire..", "io.patchbay.publish..", "io.patchbay.commands.format..")
            .because("routes are the table of contents, beans are plain. Two ways out: a bean method that takes and gives the body, "
                    + "or a step of the route file");

    static final ArchRule hazelcast_in_the_grid = library("com.hazelcast", "io.patchbay.grid..")
            .because("its traps are handled once. Two ways out: ask Grid, or give Grid a method that says what is needed");

    static final ArchRule vertx_and_netty_on_the_wire = noClasses().that().resideOutsideOfPackage("io.patchbay.wire..")
            .should().dependOnClassesThat().resideInAnyPackage("io.vertx..", "io.netty..")
            .because("transport is one package. Two ways out: use ClientConnection and HttpRequest, or extend them");

    static final ArchRule cometd_on_the_wire = noClasses().that().resideOutsideOfPackage("io.patchbay.wire..")
            .should().dependOnClassesThat().resideInAnyPackage("org.cometd..", "org.eclipse.jetty..")
            .because("a door may get another library. Two ways out: use ClientConnection.send(topic, text) and user(), or extend them");

    static final ArchRule the_kafka_server_in_one_class = noClasses().that().doNotHaveSimpleName("EmbeddedBroker")
            .should().dependOnClassesThat().resideInAPackage("kafka.server..")
            .because("it is no public API of Kafka. Two ways out: use org.apache.kafka.clients, or give EmbeddedBroker a method");

    static final ArchRule clients_of_kafka_are_made_in_one_place = noClasses().that().resideOutsideOfPackage("io.patchbay.kafka..")
            .should().callConstructorWhere(target(owner(assignableTo(KafkaConsumer.class).or(assignableTo(KafkaProducer.class)))))
            .orShould().callMethodWhere(target(owner(assignableTo(Admin.class))).and(target(name("create"))))
            .because("brokers with access lists must know each client. Two ways out: ask KafkaClients, or use kafka: in a route file");

    @TestFactory
    Stream<DynamicTest> the_map_of_packages() {
        return ArchRules.of(ArchitectureTest.class);
    }

    /** Here, because reading all classes takes longer than all rules. */
    @TestFactory
    Stream<DynamicTest> purity() {
        return ArchRules.of(PurityRules.class);
    }

    private static ArchRule arrows(String from, String... to) {
        String[] allowed = Stream.concat(Stream.of(from), Stream.of(to)).map(name -> "io.patchbay." + name + "..").toArray(String[]::new);
        return classes().that().resideInAPackage("io.patchbay." + from + "..")
                .should().onlyDependOnClassesThat(not(resideInAPackage("io.patchbay..")).or(resideInAnyPackage(allowed)))
                .as("io.patchbay." + from + " -> " + (to.length == 0 ? "nothing of ours" : String.join(", ", to)));
    }

    private static ArchRule library(String library, String... homes) {
        return noClasses().that().resideOutsideOfPackages(homes).should().dependOnClassesThat().resideInAPackage(library + "..");
    }
}
