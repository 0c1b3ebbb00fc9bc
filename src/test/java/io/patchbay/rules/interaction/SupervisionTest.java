package io.patchbay.rules.interaction;

import static io.patchbay.rules.interaction.Cast.ANA;
import static io.patchbay.rules.interaction.Cast.BEN;
import static io.patchbay.rules.interaction.Cast.SELF;
import static io.patchbay.rules.interaction.Cast.TO_BEN;
import static io.patchbay.rules.interaction.Cast.TO_SALES;
import static io.patchbay.rules.interaction.Cast.queuedCall;
import static io.patchbay.rules.interaction.ChatCast.asked;
import static io.patchbay.rules.interaction.ChatCast.called;
import static io.patchbay.rules.interaction.ChatCast.channel;
import static io.patchbay.rules.interaction.ChatCast.conferringChat;
import static io.patchbay.rules.interaction.ChatCast.consultingChat;
import static io.patchbay.rules.interaction.ChatCast.says;
import static io.patchbay.rules.interaction.ChatCast.servedChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Action;
import io.patchbay.model.Address;
import io.patchbay.model.AgentCommand.Engage;
import io.patchbay.model.AgentCommand.Forget;
import io.patchbay.model.AgentCommand.Release;
import io.patchbay.model.AgentCommand.Reserve;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call.Monitoring.Mode;
import io.patchbay.model.Cause;
import io.patchbay.model.ContactEvent.Accepted;
import io.patchbay.model.ContactEvent.Completed;
import io.patchbay.model.ContactEvent.OwnerChanged;
import io.patchbay.model.ContactEvent.Rejected;
import io.patchbay.model.DataCommand.Accept;
import io.patchbay.model.DataCommand.Complete;
import io.patchbay.model.DataCommand.Reject;
import io.patchbay.model.DataCommand.SetDisposition;
import io.patchbay.model.DataCommand.SetInteractionData;
import io.patchbay.model.Destination;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.Invitation;
import io.patchbay.model.Invitation.Purpose;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand.ConferenceInContact;
import io.patchbay.model.MessagingCommand.JoinContact;
import io.patchbay.model.MessagingCommand.LeaveContact;
import io.patchbay.model.MessagingCommand.TransferContact;
import io.patchbay.model.MessagingEvent.Closed;
import io.patchbay.model.MessagingEvent.InvitationFailed;
import io.patchbay.model.MessagingEvent.ParticipantInvited;
import io.patchbay.model.MessagingEvent.ParticipantJoined;
import io.patchbay.model.MessagingEvent.ParticipantLeft;
import io.patchbay.model.MessagingEvent.ParticipantLeft.Within;
import io.patchbay.model.OfferCommand.AgentLeft;
import io.patchbay.model.OfferCommand.ReserveRefused;
import io.patchbay.model.Participant;
import io.patchbay.model.Reason;
import io.patchbay.model.Subject;
import io.patchbay.model.Visibility;
import io.patchbay.rules.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sam, a supervisor, joins Ana, who serves Pat. The invitation of Sam is command 4, the alert 5, the acceptance 6. */
class SupervisionTest {
    private static final AgentId SAM = new AgentId("sam");

    private static Scenario<Interaction, InteractionCommand, InteractionEvent> joined(Mode mode) {
        return servedChat().givenDone(new JoinContact(SAM, ANA, mode), asked(SAM), new Accept(SAM));
    }

    private static Set<Action> actions(Interaction state, AgentId agent) {
        return InteractionActions.allowed(state, agent).interaction();
    }

    @Test
    void the_supervisor_is_invited_like_an_agent() {
        Invitation invitation = new Invitation(called(4), Purpose.COACH, Optional.of(SAM), Optional.empty(), Optional.of(SAM),
                Optional.of(ANA), false);
        servedChat().when(new JoinContact(SAM, ANA, Mode.WHISPER)).then(new ParticipantInvited(invitation, Optional.empty()))
                .asks(FollowUp.to(Subject.of(SAM), new Reserve(SAM, SELF, Medium.CHAT, Optional.empty(), false),
                        new ReserveRefused(SAM, Cause.UNAVAILABLE)))
                .when(asked(SAM)).accepted()
                .and(i -> assertThat(actions(i, SAM)).contains(Action.ACCEPT_INTERACTION, Action.REJECT_INTERACTION))
                .when(new Reject(SAM)).then(new Rejected(SAM, Optional.empty(), Optional.empty()),
                        new InvitationFailed(called(4), Purpose.COACH, Optional.of(SAM), Optional.of(SAM), Cause.REJECTED));
    }

    @Test
    void who_monitors_is_in_no_list_and_no_log() {
        joined(Mode.SILENT).and(i -> assertThat(i.messaging()).isEqualTo(servedChat().state().messaging()))
                .and(i -> assertThat(i.owner()).contains(ANA))
                .and(i -> assertThat(actions(i, SAM)).containsExactlyInAnyOrder(Action.LEAVE, Action.COMPLETE_INTERACTION))
                .and(i -> assertThat(actions(i, ANA)).isEqualTo(actions(servedChat().state(), ANA)));
        servedChat().givenDone(new JoinContact(SAM, ANA, Mode.SILENT), asked(SAM)).when(new Accept(SAM))
                .then(new Accepted(SAM, called(4))).asks(Subject.of(SAM), new Engage(SELF, channel(SAM)));
        joined(Mode.SILENT).when(says(SAM, Visibility.AGENTS)).refusedWith(Reason.WRONG_STATE)
                .when(says(SAM, Visibility.ALL)).refusedWith(Reason.WRONG_STATE)
                .when(new SetInteractionData(SAM, "k", "v")).refusedWith(Reason.WRONG_STATE)
                .when(new SetDisposition(SAM, "sale")).refusedWith(Reason.WRONG_STATE);
    }

    @Test
    void who_monitors_leaves_without_a_word() {
        for (InteractionCommand away : List.of(new LeaveContact(SAM), new Complete(SAM))) {
            joined(Mode.SILENT).when(away).then(new Completed(SAM, false))
                    .asks(Subject.of(SAM), new Forget(SELF, channel(SAM)))
                    .and(i -> assertThat(i).isEqualTo(joined(Mode.SILENT).state().without(SAM)));
        }
        joined(Mode.SILENT).when(new AgentLeft(SAM, Cause.LOGOUT)).then(new Completed(SAM, true)).asksNothing();
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"SILENT", "WHISPER"})
    void the_agent_ends_the_contact_as_if_alone(Mode mode) {
        assertThat(joined(mode).when(new Complete(ANA, true)).events())
                .noneMatch(e -> e instanceof ParticipantLeft one && one.agent().isEmpty())
                .anyMatch(e -> e instanceof Closed);
    }

    @Test
    void who_coaches_is_seen_by_agents_only_and_writes_to_them() {
        Participant sam = Participant.supervisor(called(4), SAM, "sam", Visibility.AGENTS);
        servedChat().givenDone(new JoinContact(SAM, ANA, Mode.WHISPER), asked(SAM)).when(new Accept(SAM))
                .then(new Accepted(SAM, called(4)), new ParticipantJoined(3, sam, Optional.of(SAM), Visibility.AGENTS, Scenario.second(6)));
        joined(Mode.WHISPER).when(says(SAM, Visibility.ALL)).refusedWith(Reason.WRONG_STATE)
                .when(says(SAM, Visibility.AGENTS)).accepted()
                .when(says(ANA, Visibility.AGENTS)).accepted()
                .when(new LeaveContact(SAM)).then(new ParticipantLeft(6, called(4), Optional.of(SAM), Visibility.AGENTS, Cause.RELEASED,
                        Within.ITSELF, Scenario.second(10)))
                .asks(Subject.of(SAM), new Release(SELF, channel(SAM), true));
    }

    @Test
    void who_coaches_never_gets_the_customer() {
        joined(Mode.WHISPER).when(new ConferenceInContact(ANA)).refusedWith(Reason.WRONG_STATE)
                .when(new TransferContact(ANA, new Destination.Extension(SAM, new Address("5009"))))
                .refusedWith(Reason.WRONG_STATE)
                .when(new LeaveContact(ANA)).accepted()
                .and(i -> assertThat(i.phase()).isEqualTo(Interaction.Phase.ENDED));
    }

    @Test
    void who_barges_in_serves_the_customer_too() {
        joined(Mode.BARGE).and(i -> assertThat(i.owner()).contains(ANA))
                .and(i -> assertThat(i.messaging().of(SAM).orElseThrow().role()).isEqualTo(Participant.Role.SUPERVISOR))
                .when(says(SAM, Visibility.ALL)).accepted()
                .when(new LeaveContact(ANA)).accepted()
                .and(i -> assertThat(i.isLive()).isTrue())
                .and(i -> assertThat(i.owner()).contains(SAM));
        assertThat(joined(Mode.BARGE).when(new LeaveContact(ANA)).events()).contains(new OwnerChanged(SAM));
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"SILENT", "WHISPER"})
    void supervision_ends_before_the_agent_leaves(Mode mode) {
        for (InteractionCommand away : List.of(new LeaveContact(ANA), new Complete(ANA), new TransferContact(ANA, TO_SALES),
                new TransferContact(ANA, TO_BEN), new AgentLeft(ANA, Cause.LOGOUT))) {
            var gone = joined(mode).when(away).accepted().and(i -> assertThat(i.member(SAM)).isEmpty());
            List<InteractionEvent> events = gone.events();
            int left = events.indexOf(new Completed(SAM, false));
            assertThat(left).as("%s", away).isNotNegative();
            assertThat(events.subList(left, events.size())).anyMatch(e ->
                    e instanceof ParticipantLeft one && one.agent().equals(Optional.of(ANA)));
            assertThat(gone.asked()).contains(FollowUp.to(Subject.of(SAM), new Forget(SELF, channel(SAM))));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void an_invitation_fails_when_the_agent_leaves(Mode mode) {
        conferringChat().givenDone(new JoinContact(SAM, ANA, mode), asked(SAM)).when(new LeaveContact(ANA)).accepted()
                .and(i -> assertThat(i.member(SAM)).isEmpty())
                .and(i -> assertThat(i.messaging().invitations()).isEmpty())
                .and(i -> assertThat(i.isLive()).isTrue());
    }

    @Test
    void only_an_agent_that_takes_part_is_supervised() {
        servedChat().when(new JoinContact(SAM, BEN, Mode.SILENT)).refusedWith(Reason.UNKNOWN)
                .when(new JoinContact(ANA, ANA, Mode.SILENT)).refusedWith(Reason.UNKNOWN);
        ChatCast.waitingChat().when(new JoinContact(SAM, ANA, Mode.SILENT)).refusedWith(Reason.UNKNOWN);
        ChatCast.offeredChat().when(new JoinContact(SAM, ANA, Mode.SILENT)).refusedWith(Reason.UNKNOWN);
        servedChat().when(new JoinContact(SAM, ANA, Mode.SILENT, Optional.of(Medium.SMS))).refusedWith(Reason.UNKNOWN)
                .when(new JoinContact(SAM, ANA, Mode.SILENT, Optional.of(Medium.CHAT))).accepted();
        queuedCall().when(new JoinContact(SAM, ANA, Mode.SILENT)).refusedWith(Reason.UNKNOWN);
        consultingChat().when(new JoinContact(SAM, BEN, Mode.SILENT)).accepted();
        joined(Mode.SILENT).when(new JoinContact(BEN, SAM, Mode.SILENT)).refusedWith(Reason.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_supervisor_joins_once(Mode mode) {
        servedChat().givenDone(new JoinContact(SAM, ANA, mode)).when(new JoinContact(SAM, ANA, Mode.BARGE)).refusedWith(Reason.WRONG_STATE);
        joined(mode).when(new JoinContact(SAM, ANA, Mode.BARGE)).refusedWith(Reason.WRONG_STATE);
        conferringChat().when(new JoinContact(BEN, ANA, mode)).refusedWith(Reason.WRONG_STATE);
    }
}
