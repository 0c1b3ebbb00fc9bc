package io.patchbay.dialect.genesys.request;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.request.ContactOperationsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.Address;
import io.patchbay.model.Body;
import io.patchbay.model.Destination;
import io.patchbay.model.MessagingCommand.ConferenceInContact;
import io.patchbay.model.MessagingCommand.ConsultInContact;
import io.patchbay.model.MessagingCommand.InviteToContact;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.QueueName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All forms of a target (BINDINGS, Genesys, Targets). */
class TargetsTest {
    private static final Destination SALES = new Destination.ToQueue(new QueueName("sales"), new Address("6001"), true);
    private static final String ID = Story.entry(BEN).userId();

    private static Body consult(String target) {
        List<Plan.Step> steps = ContactStory.served().plan(ANA, "'Consult'," + target).steps();
        assertThat(steps).hasSize(1);
        return steps.get(0).command();
    }

    @Test
    void an_agent_is_found_by_id_or_name_under_users_and_contacts_whatever_stands_before() {
        for (String id : List.of(ID, "ben", "be%6E")) {
            for (String collection : List.of("users/", "contacts/")) {
                Stream.of("http://localhost:8080/api/v2/", "https://elsewhere.example/api/v2/", "http://cti.example/", "/api/v2/", "/", "")
                        .forEach(before -> assertThat(consult("'targetUri':'" + before + collection + id + "'"))
                                .as(before + collection + id).isEqualTo(new ConsultInContact(ANA, Story.to(BEN))));
                assertThat(consult("'targetPath':'/" + collection + id + "/'")).isEqualTo(new ConsultInContact(ANA, Story.to(BEN)));
            }
        }
    }

    @Test
    void a_queue_is_found_by_id_name_or_number() {
        String id = Story.DIRECTORY.queue("sales").orElseThrow().queueId();
        for (String target : List.of("'targetUri':'http://x/api/v2/queues/sales'", "'targetPath':'/queues/" + id + "'",
                "'targetUri':'/contacts/" + id + "'", "'targetPath':'/queues/6001'", "'queueName':'sales'", "'queueName':'6001'")) {
            assertThat(consult(target)).as(target).isEqualTo(new ConsultInContact(ANA, SALES));
        }
    }

    @Test
    void two_parameters_must_name_the_same_target() {
        assertThat(consult("'targetUri':'http://x/api/v2/users/ben','targetPath':'/users/ben'"))
                .isEqualTo(new ConsultInContact(ANA, Story.to(BEN)));
        assertThat(refused(ContactStory.served(), "'Consult','targetUri':'http://x/api/v2/users/ben','targetPath':'/users/caro'",
                GenesysStatus.INVALID)).hasMessageContaining("targetUri and targetPath");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "5002", "/users", "/users/", "/users/ben/x", "/me/users/ben", "/skills/ben", "ftp://x/api/v2/users/ben",
        "http://x/api/v3/users/ben", "/users/ben?x=1", "/users/%zz"})
    void another_form_is_wrong(String target) {
        for (String parameter : List.of("targetUri", "targetPath")) {
            assertThat(refused(ContactStory.served(), "'Transfer','" + parameter + "':'" + target + "'", GenesysStatus.INVALID))
                    .hasMessageContaining("The parameter " + parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'targetUri':'/users/zoe'", "'targetUri':'/users/429a55994ef64991a77acb77c1cf9041'",
        "'targetUri':'/contacts/zoe'",
        "'targetPath':'/queues/none'", "'targetUri':'/users/sim'", "'targetUri':'/users/sales'", "'queueName':'none'"})
    void who_is_not_there_is_asked_all_the_same_and_a_transfer_keeps_the_contact(String target) {
        for (String operation : List.of("Consult", "Invite", "Transfer")) {
            ContactStory story = ContactStory.served().request(ANA, "'" + operation + "'," + target);
            assertThat(story.reply().path("statusCode").asInt()).isZero();
            int number = story.reply().path("referenceId").asInt();
            assertThat(story.tells(ANA)).isEmpty();
            assertThat(story.refused(story.state().messaging().invitations().get(0).agent().orElseThrow()).tells(ANA))
                    .containsExactly("E[Ana Pat] ref");
            assertThat(story.data(ANA).get(0).path("referenceId").asInt()).isEqualTo(number);
            assertThat(story.state().messaging().customer()).isPresent();
        }
    }

    @Test
    void an_invitation_takes_its_target_by_another_name_too() {
        assertThat(ContactStory.served().plan(ANA, "'Invite','userUri':'http://x/api/v2/users/ben'").steps().get(0).command())
                .isEqualTo(new InviteToContact(ANA, Story.to(BEN)));
        ContactStory consulted = ContactStory.served().request(ANA, "'Consult','targetPath':'/users/ben'").asked(BEN)
                .request(BEN, "'Accept'");
        assertThat(consulted.plan(ANA, "'Invite','userUri':'/users/" + ID + "'").steps().get(0).command())
                .isEqualTo(new ConferenceInContact(ANA));
        assertThat(consulted.plan(ANA, "'Transfer','targetUri':'/contacts/" + ID + "'").steps().get(0).command())
                .isEqualTo(new TransferContact(ANA, Story.to(BEN)));
    }
}
