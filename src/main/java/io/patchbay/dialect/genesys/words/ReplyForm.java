package io.patchbay.dialect.genesys.words;

/** The forms of a reply. The older generation of operations has both (genesys.md 6.1). */
public enum ReplyForm {
    /** {@code statusCode}, with {@code statusMessage} where that is no success. */
    STATUS_CODE,
    /** {@code status}, which is {@code ok}, or {@code error} with {@code errorDescription}. */
    STATUS
}
