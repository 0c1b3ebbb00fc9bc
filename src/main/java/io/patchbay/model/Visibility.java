package io.patchbay.model;

/** The audience: all participants of a contact, or its agents only and never the customer. */
public enum Visibility { ALL, AGENTS }
