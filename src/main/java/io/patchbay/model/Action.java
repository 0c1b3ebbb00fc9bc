package io.patchbay.model;

/**
 * An action that a client may be shown on one object. The rules know the actions that the state accepts. A dialect translates them one
 * to one and may remove some, but never add any (DESIGN 2). The names are those of the canonical operations (DESIGN 3).
 */
public enum Action {
    /** On a session: sign in; possible only while signed out. */
    START_SESSION,
    /** On a session: sign out, which ends it for all its clients. */
    END_SESSION,

    /** On a channel group: activate those of its channels that are inactive. */
    ACTIVATE_ALL,
    /** On a channel group: deactivate those of its channels that are active. */
    DEACTIVATE_ALL,

    /** On a channel: serve queues from now on. */
    ACTIVATE_CHANNEL,
    /** On a channel: stop serving queues, some or all. */
    DEACTIVATE_CHANNEL,
    /** On a channel: take contacts of its queues. */
    SET_READY,
    /** On a channel: take none, or give another reason for it. */
    SET_NOT_READY,
    /** On a voice channel: dial a new call. */
    MAKE_CALL,

    /** On an interaction: take what is offered; of a call this answers it. */
    ACCEPT_INTERACTION,
    /** On an interaction: let another agent take what is offered. */
    REJECT_INTERACTION,
    /** On an interaction: attach values to keys, or take keys away; from the offer or the dialling on until it is completed. */
    SET_INTERACTION_DATA,
    /** On an interaction: set its disposition. */
    SET_DISPOSITION,
    /** On an interaction: complete it, so it leaves the list of the agent. */
    COMPLETE_INTERACTION,
    /** On an interaction: call another party while its call is held. */
    CONSULTATION_CALL,
    /** On an interaction: hold the call connected and talk in the other. */
    ALTERNATE_CALL,
    /** On an interaction: join the parties of both calls and leave. */
    TRANSFER_CALL,
    /** On an interaction: join the parties of both calls and stay. */
    CONFERENCE_CALL,
    /** On an interaction: record it. */
    START_RECORDING,
    /** On an interaction: end its recording. */
    STOP_RECORDING,
    /** On an interaction: leave a gap in its recording from here. */
    PAUSE_RECORDING,
    /** On an interaction: end the gap in its recording. */
    RESUME_RECORDING,

    /** On a messaging contact: write to all, or report typing. */
    SEND_MESSAGE,
    /** On a messaging contact: write to its agents only. */
    SEND_TO_AGENTS,
    /** On a messaging contact: add an agent that the customer does not see. */
    CONSULT,
    /** On a messaging contact: add an agent that the customer sees. */
    INVITE,
    /** On a messaging contact: make the consulted agents visible to the customer. */
    CONFERENCE,
    /** On a messaging contact: transfer it to another agent or queue and leave. */
    TRANSFER,
    /** On a contact that is no call: be called otherwise by the others. */
    SET_NICKNAME,
    /** On a messaging contact: leave it. */
    LEAVE,
    /** On a messaging contact: close it to the customer. */
    END_CONTACT,

    /** On a call: answer it. */
    ANSWER_CALL,
    /** On a call: leave it; while it alerts this gives the offer back. */
    CLEAR_CONNECTION,
    /** On a call: end it for everybody. */
    END_CALL,
    /** On a call: put the own leg on hold. */
    HOLD_CALL,
    /** On a call: retrieve the own held leg. */
    RETRIEVE_CALL,
    /** On a call: mute the own leg. */
    MUTE_CALL,
    /** On a call: unmute the own leg. */
    UNMUTE_CALL,
    /** On a call: send digits. */
    SEND_DTMF,
    /** On a call: transfer it to a new party and leave. */
    SINGLE_STEP_TRANSFER,
    /** On a call: add a new party and stay. */
    SINGLE_STEP_CONFERENCE,
    /** On a call of three or more: make another party leave. */
    DROP_PARTICIPANT
}
