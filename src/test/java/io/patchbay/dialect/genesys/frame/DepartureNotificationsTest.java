package io.patchbay.dialect.genesys.frame;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static io.patchbay.dialect.genesys.Story.CARO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.genesys.ContactStory;
import io.patchbay.dialect.genesys.Story;
import io.patchbay.dialect.genesys.words.ContactState;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call.Monitoring.Mode;
import io.patchbay.model.Cause;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.MessagingCommand.EndContact;
import io.patchbay.model.MessagingCommand.JoinContact;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.PlatformCommand.CustomerLeaves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How agents leave a contact to others. Cast and expected lists are those of {@link ColleagueNotificationsTest}. */
class DepartureNotificationsTest {
    private static final String ALONE = "Transfer Leave Invite Consult SetInFocus SetDisposition AttachUserData DeleteUserData "
            + "UpdateUserData Complete SendMessage SendStartTypingNotification SendStopTypingNotification";
    private static final String CUSTOMER = "Joined Pat All, Joined Ana All";
    private static final List<String> GONE = List.of("SC(Completed ref)");
    private static final List<String> COMPLETED = List.of("SC(Completed)");
    private static final List<String> SUCCEEDED = List.of("P[Ben Pat]", "L(Joined Ben All)", "L(Left Ana All)");
    private static final List<String> REPLACED = List.of("PARTICIPANT_JOINED Ben", "PARTICIPANT_LEFT Ana");

    private static ContactStory joined(ContactStory story, String operation, AgentId agent) {
        return story.request(ANA, "'" + operation + "','targetPath':'/users/" + agent + "'").asked(agent).request(agent, "'Accept'");
    }

    private static ContactStory consulted() {
        return joined(ContactStory.served(), "Consult", BEN);
    }

    private static ContactStory conference() {
        return joined(ContactStory.served(), "Invite", BEN);
    }

    private static String to(String target) {
        return "'Transfer','targetUri':'" + target + "'";
    }

    private static void told(ContactStory story, List<String> ana, List<String> ben, List<String> caro, List<String> customer) {
        assertThat(story.tells(ANA)).as("ana").isEqualTo(ana);
        assertThat(story.tells(BEN)).as("ben").isEqualTo(ben);
        assertThat(story.tells(CARO)).as("caro").isEqualTo(caro);
        assertThat(story.customer()).as("customer").isEqualTo(customer);
    }

    private static void told(ContactStory story, List<String> ana, List<String> ben, List<String> customer) {
        told(story, ana, ben, List.of(), customer);
    }

    @Test
    void a_transfer_to_who_is_consulted_shows_pat_the_one_and_takes_the_other() {
        ContactStory story = consulted().request(ANA, to("/users/ben"));
        assertThat(story.reply().path("referenceId").isInt()).isTrue();
        told(story, GONE, SUCCEEDED, REPLACED);
        assertThat(story.capabilities(BEN)).isEqualTo(ALONE);
        assertThat(story.state().owner()).contains(BEN);
        told(consulted().when(new TransferContact(ANA, Story.to(BEN))), List.of("SC(Completed)"), SUCCEEDED, REPLACED);
    }

    @Test
    void others_see_a_transfer_to_who_is_consulted_as_it_does() {
        ContactStory story = joined(conference(), "Consult", CARO).request(ANA, to("/users/caro"));
        List<String> succeeded = List.of("P[Ben Caro Pat]", "L(Joined Caro All)", "L(Left Ana All)");
        told(story, GONE, succeeded, succeeded, List.of("PARTICIPANT_JOINED Caro", "PARTICIPANT_LEFT Ana"));
        assertThat(story.capabilities(BEN)).contains("SendToAgents").isEqualTo(story.capabilities(CARO));
    }

    @Test
    void who_is_consulted_takes_the_place_of_who_leaves_it_alone_with_pat() {
        told(consulted().request(ANA, "'Leave'"), GONE, SUCCEEDED, REPLACED);
        told(consulted().request(ANA, "'LeaveAndComplete'"), GONE, SUCCEEDED, REPLACED);
        told(consulted().when(new AgentLeft(ANA, Cause.LOGOUT)), List.of("SC(Completed)"), SUCCEEDED, REPLACED);
    }

    @Test
    void a_transfer_to_somebody_else_is_over_for_who_asked_at_once() {
        ContactStory story = ContactStory.served().request(ANA, to("/users/ben"));
        told(story, GONE, List.of(), List.of("PARTICIPANT_LEFT Ana", "WAITING"));
        told(story.asked(BEN), List.of(), List.of("SC(Invited)"), List.of());
        told(story.request(BEN, "'Accept'"), List.of(), List.of("SC(Chatting ref)", "P[Ben Pat]",
                "L(" + CUSTOMER + ", Left Ana All, Joined Ben All)"), List.of("PARTICIPANT_JOINED Ben", "ACTIVE"));
        assertThat(story.capabilities(BEN)).isEqualTo(ALONE);
        ContactStory queued = ContactStory.served().request(ANA, to("/queues/sales"));
        told(queued, GONE, List.of(), List.of("PARTICIPANT_LEFT Ana", "WAITING"));
        told(queued.found(BEN), List.of(), List.of("SC(Invited)"), List.of());
    }

    @Test
    void a_transfer_that_is_refused_is_nothing_to_who_asked() {
        ContactStory story = ContactStory.served().request(ANA, to("/users/ben")).asked(BEN);
        told(story.request(BEN, "'Reject'"), List.of(), GONE, List.of());
        told(story.found(CARO), List.of(), List.of(), List.of("SC(Invited)"), List.of());
        told(ContactStory.served().request(ANA, to("/users/ben")).asked(BEN).expires(), List.of(), List.of("SC(Revoked)"), List.of());
        told(ContactStory.served().request(ANA, to("/users/ben")).refused(BEN), List.of(), List.of(), List.of());
    }

    @Test
    void a_transfer_ends_the_consultation_and_leaves_the_conference_to_go_on() {
        ContactStory story = consulted().request(ANA, to("/users/caro"));
        told(story, GONE, List.of("L(Left Ana All)", "SC(Completed)"), List.of("PARTICIPANT_LEFT Ana", "WAITING"));
        assertThat(ContactState.of(story.when(new CustomerLeaves()).state(), BEN)).as("later").isEqualTo(ContactState.COMPLETED);
        told(conference().request(ANA, to("/users/caro")), GONE, List.of("P[Ben Pat]", "L(Left Ana All)"),
                List.of("PARTICIPANT_LEFT Ana"));
        told(joined(conference(), "Consult", CARO).request(ANA, to("/queues/support")), GONE,
                List.of("P[Ben Pat]", "L(Left Ana All)", "L(Left Caro Agents)"), List.of("L(Left Ana All)", "SC(Completed)"),
                List.of("PARTICIPANT_LEFT Ana"));
    }

    @Test
    void a_transfer_to_nobody_is_an_error_and_the_contact_stays() {
        ContactStory story = ContactStory.served().request(ANA, to("/users/nobody"));
        int number = story.reply().path("referenceId").asInt();
        told(story, List.of(), List.of(), List.of());
        told(story.refused(new AgentId("nobody-0")), List.of("E[Ana Pat] ref"), List.of(), List.of());
        assertThat(story.data(ANA).get(0).path("referenceId").asInt()).isEqualTo(number);
        assertThat(story.capabilities(ANA)).isEqualTo(ALONE);
    }

    @Test
    void who_leaves_a_conference_leaves_it_to_the_others() {
        ContactStory story = conference().request(ANA, "'Leave'");
        told(story, GONE, List.of("P[Ben Pat]", "L(Left Ana All)"), List.of("PARTICIPANT_LEFT Ana"));
        assertThat(story.capabilities(BEN)).isEqualTo(ALONE);
        assertThat(story.state().owner()).contains(BEN);
        List<String> left = List.of("P[Ana Caro Pat]", "L(Left Ben All)");
        told(joined(conference(), "Invite", CARO).request(BEN, "'Leave'"), left, GONE, left, List.of("PARTICIPANT_LEFT Ben"));
    }

    @Test
    void who_is_consulted_leaves_unseen() {
        ContactStory story = consulted().request(BEN, "'Leave'");
        told(story, List.of("P[Ana Pat]", "L(Left Ben Agents)"), GONE, List.of());
        assertThat(story.capabilities(ANA)).isEqualTo(ALONE);
        List<String> left = List.of("P[Ana Ben Pat]", "L(Left Caro Agents)");
        told(joined(conference(), "Consult", CARO).request(CARO, "'Leave'"), left, left, GONE, List.of());
    }

    @Test
    void the_owner_that_completes_takes_pat_along() {
        ContactStory story = conference().request(ANA, "'Complete'");
        told(story, COMPLETED, List.of("P[Ben]", "L(Left Pat All)", "L(Left Ana All)"),
                List.of("PARTICIPANT_LEFT Pat", "PARTICIPANT_LEFT Ana", "CLOSED"));
        told(story.request(BEN, "'Complete'"), List.of(), COMPLETED, List.of("PARTICIPANT_LEFT Ben"));
        told(conference().when(new Complete(ANA, true)), COMPLETED,
                List.of("P[Ben]", "L(Left Pat All)", "L(Left Ana All)"),
                List.of("PARTICIPANT_LEFT Pat", "PARTICIPANT_LEFT Ana", "CLOSED"));
    }

    @Test
    void the_supervisor_of_the_owner_that_completes_leaves_before_pat() {
        ContactStory coached = conference().given(new JoinContact(CARO, ANA, Mode.WHISPER)).asked(CARO).request(CARO, "'Accept'");
        ContactStory story = coached.request(ANA, "'Complete'");
        told(story, List.of("P[Ana Ben Pat]", "L(Left Caro Agents)", "SC(Completed)"),
                List.of("P[Ana Ben Pat]", "L(Left Caro Agents)", "P[Ben]", "L(Left Pat All)", "L(Left Ana All)"), COMPLETED,
                List.of("PARTICIPANT_LEFT Pat", "PARTICIPANT_LEFT Ana", "CLOSED"));
    }

    @Test
    void another_than_the_owner_that_completes_leaves() {
        told(conference().request(BEN, "'Complete'"), List.of("P[Ana Pat]", "L(Left Ben All)"), COMPLETED, List.of("PARTICIPANT_LEFT Ben"));
    }

    @Test
    void the_contact_that_a_client_of_another_kind_ends_is_told_as_if_pat_had_left() {
        List<String> left = List.of("P[Ana Ben]", "L(Left Pat All)");
        told(conference().when(new EndContact(ANA)), left, left, List.of("PARTICIPANT_LEFT Pat", "CLOSED"));
    }

    @Test
    void all_agents_have_the_same_operations_once_pat_is_gone() {
        for (ContactStory story : List.of(conference().when(new EndContact(ANA)), consulted().when(new EndContact(ANA)))) {
            for (AgentId agent : List.of(ANA, BEN)) {
                assertThat(story.capabilities(agent)).isEqualTo(
                        "Leave SetInFocus SetDisposition AttachUserData DeleteUserData UpdateUserData Complete");
            }
        }
    }
}
