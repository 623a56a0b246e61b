package cn.qingcheng.subsidy.application;

/** A file in the evidence store: its name there, what it is by content, and the digest of its bytes. */
record StoredFile(String fileName, EvidenceType type, long sizeBytes, String sha256) {}
