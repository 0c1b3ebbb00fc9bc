package io.patchbay.dialect.genesys;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.CARO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.frame.ContactResources;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.ContactCapabilities;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.ContactOperation;
import io.patchbay.door.CustomerView;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call.Monitoring.Mode;
import io.patchbay.model.Cause;
import io.patchbay.model.CommandId;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Invitation;
import io.patchbay.model.Messaging;
import io.patchbay.model.MessagingCommand.JoinContact;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import io.patchbay.model.PlatformCommand.CustomerWrites;
import io.patchbay.model.Subject;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import io.patchbay.rules.Scenario;
import io.patchbay.rules.interaction.InteractionRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for a contact, whatever its customer, three agents, two others that never answer, and a queue do. */
class ContactPropertiesTest {
    private static final String SECRET = "for agents only";
    static final List<AgentId> AGENTS = List.of(ANA, BEN, CARO);
    static final List<AgentId> ANYBODY = Stream.concat(AGENTS.stream(), Stream.of(new AgentId("dan"), new AgentId("sam"))).toList();
    private static final List<ContactOperation> NOT_LISTED = List.of(ContactOperation.CONFERENCE, ContactOperation.LEAVE_AND_COMPLETE,
            ContactOperation.SEND_URL, ContactOperation.SEND_CUSTOM_NOTICE, ContactOperation.SEND_MESSAGE);
    private static final AgentId NOBODY = new AgentId("nobody");
    private final InteractionRules rules = new InteractionRules();

    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 10_000).list().ofMinSize(10).ofMaxSize(60);
    }

    interface Check {
        void after(ContactStory story);
    }

    /** From each state one of the things that are possible then. */
    static void play(List<Integer> choices, Check check) {
        ContactStory story = ContactStory.waiting(choices.size() % 2 == 0 ? ContactKind.CHAT : ContactKind.SMS);
        for (int choice : choices) {
            List<Runnable> possible = possible(story);
            if (possible.isEmpty()) {
                return;
            }
            possible.get(choice % possible.size()).run();
            check.after(story);
        }
    }

    private static List<Runnable> possible(ContactStory story) {
        List<Runnable> all = new ArrayList<>(offers(story));
        all.addAll(supervision(story));
        for (AgentId agent : AGENTS) {
            Stream.concat(ContactCapabilities.of(story.state(), agent).stream(), NOT_LISTED.stream())
                    .filter(each -> ContactCapabilities.accepts(story.state(), agent, each) && (!invites(each)
                            || story.state().messaging().invitations().size() < 2))
                    .forEach(each -> all.addAll(Collections.nCopies(weight(each),
                            () -> story.request(agent, body(story.state(), agent, each)))));
            if (story.state().member(agent).isPresent()) {
                all.add(() -> story.when(new AgentLeft(agent, Cause.LOGOUT)));
            }
        }
        if (story.state().messaging().customer().isPresent()) {
            all.add(() -> story.when(new CustomerWrites("Hello")));
            all.add(() -> story.when(new CustomerLeaves()));
        }
        if (!new InteractionRules().deadlines(story.state()).isEmpty()) {
            all.add(story::expires);
        }
        return all;
    }

    /** Whoever takes no part may supervise who does. */
    private static List<Runnable> supervision(ContactStory story) {
        List<Runnable> all = new ArrayList<>();
        Messaging now = story.state().messaging();
        AGENTS.stream().filter(by -> story.state().member(by).isEmpty() && now.invitationOf(by).isEmpty() && now.invitations().size() < 2)
                .forEach(by -> story.state().members().stream().filter(Interaction.Member::serves).forEach(of -> Stream.of(Mode.values())
                        .forEach(mode -> all.addAll(Collections.nCopies(3, () -> story.when(new JoinContact(by, of.agent(), mode)))))));
        return all;
    }

    /** At most two are invited, so that there is always somebody else to ask. */
    private static boolean invites(ContactOperation operation) {
        return operation == ContactOperation.CONSULT || operation == ContactOperation.INVITE || operation == ContactOperation.TRANSFER;
    }

    /** What brings agents in comes more often than what takes them away, so that stories come far. */
    private static int weight(ContactOperation operation) {
        return switch (operation) {
            case ACCEPT, CONSULT -> 20;
            case INVITE, CONFERENCE -> 8;
            case LEAVE, COMPLETE, LEAVE_AND_COMPLETE, TRANSFER, REJECT -> 1;
            default -> 2;
        };
    }

    private static List<Runnable> offers(ContactStory story) {
        Messaging now = story.state().messaging();
        List<Runnable> all = new ArrayList<>();
        List<AgentId> free = AGENTS.stream().filter(agent -> story.state().member(agent).isEmpty()).toList();
        boolean asks = story.state().queueing().filter(Interaction.Queueing::waiting).isPresent();
        for (int often = 0; often < 20; often++) {
            free.stream().filter(agent -> asks && now.invitationOf(agent).isEmpty()).forEach(agent -> all.add(() -> story.found(agent)));
            now.invitations().stream().filter(each -> !each.offered()).map(Invitation::agent).flatMap(Optional::stream)
                    .filter(free::contains).forEach(agent -> all.add(() -> story.asked(agent)));
        }
        now.invitations().stream().filter(each -> !each.offered()).map(Invitation::agent).flatMap(Optional::stream)
                .forEach(agent -> all.add(() -> story.refused(agent)));
        return all;
    }

    /** With all parameters that any operation needs. */
    private static String body(Interaction state, AgentId agent, ContactOperation operation) {
        boolean unseen = state.messaging().of(agent).filter(own -> own.visibility() == Visibility.AGENTS).isPresent();
        boolean secret = unseen || operation == ContactOperation.SEND_TO_AGENTS || operation == ContactOperation.SEND_CUSTOM_NOTICE;
        Messaging now = state.messaging();
        AgentId target = ANYBODY.stream().filter(one -> now.of(one).isEmpty() && now.invitationOf(one).isEmpty()).findFirst()
                .orElse(NOBODY);
        String text = secret ? SECRET : "Hi";
        return "'" + operation.text() + "','targetPath':'/users/" + target + "','url':'" + text + "','noticeText':'" + text
                + "','text':'" + text + "','userData':{'k':'v'},'keys':['k'],'disposition':'sale'";
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void what_is_listed_is_accepted_next(@ForAll("choices") List<Integer> choices) {
        play(choices, story -> AGENTS.forEach(agent -> ContactCapabilities.of(story.state(), agent)
                .forEach(each -> accepts(story, agent, body(story.state(), agent, each)))));
    }

    private void accepts(ContactStory story, AgentId agent, String body) {
        Interaction state = story.state();
        for (Plan.Step step : story.plan(agent, body).steps()) {
            Decision<InteractionEvent> decision = rules.decide(state, (InteractionCommand) step.command(),
                    new Stamp(new CommandId("next"), Scenario.START, Subject.of(ContactStory.CONTACT)));
            assertThat(decision.outcome().isAccepted()).as("%s by %s in %s: %s", body, agent, state, decision.outcome()).isTrue();
            for (InteractionEvent event : decision.events()) {
                state = rules.evolve(state, event, Scenario.START);
            }
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void the_customer_sees_nothing_that_is_for_agents_only(@ForAll("choices") List<Integer> choices) {
        play(choices, story -> {
            Messaging now = story.state().messaging();
            CustomerView seen = CustomerView.of(ContactStory.CONTACT, story.state(), now.log());
            assertThat(seen.toString()).doesNotContain(SECRET);
            assertThat(seen.messages()).allMatch(entry -> entry.visibility() == Visibility.ALL);
            assertThat(seen.participants()).noneMatch(one -> now.of(one.agent().orElse(NOBODY))
                    .filter(real -> real.visibility() == Visibility.AGENTS).isPresent());
        });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void notifications_alone_tell_how_the_contact_is(@ForAll("choices") List<Integer> choices) {
        Map<AgentId, ObjectNode> held = new HashMap<>();
        play(choices, story -> AGENTS.forEach(agent -> {
            story.data(agent).stream().filter(told -> told.has(story.kind().resource()))
                    .forEach(told -> held.put(agent, (ObjectNode) told.path(story.kind().resource())));
            Optional<ObjectNode> now = new ContactResources(agent, Story.URIS)
                    .one(story.replicas(agent), story.kind(), ContactStory.CONTACT.value());
            Optional<ObjectNode> told = Optional.ofNullable(held.get(agent))
                    .filter(one -> !List.of("Completed", "Revoked").contains(one.path("state").asText()));
            assertThat(told.map(ContactPropertiesTest::brief)).as("%s in %s", agent, story.state())
                    .isEqualTo(now.map(ContactPropertiesTest::brief));
        }));
    }

    private static List<JsonNode> brief(ObjectNode contact) {
        return Stream.of("id", "state", "participants", "capabilities").<JsonNode>map(contact::path).toList();
    }
}
