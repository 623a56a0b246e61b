package cn.qingcheng.talent.registry;

/**
 * A study as it goes into its record.
 *
 * @param sourceVersion the university's number of this state of the record
 * @param contentDigest keyed digest of all that was told, to notice a change
 * @param sealedCertificate number of the certificate, encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // handed through to the columns, never compared
record StudyReport(long sourceVersion, byte[] contentDigest, Study study, byte[] sealedCertificate) {}
