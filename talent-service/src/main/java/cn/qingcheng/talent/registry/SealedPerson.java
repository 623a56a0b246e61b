package cn.qingcheng.talent.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What names or reaches a person, encrypted and bound to her row. The indexes find an exact value and tell nothing.
 * Read and written by {@link PersonalData} alone.
 */
@Embeddable
@SuppressWarnings("ArrayRecordComponent") // compared by Hibernate, which looks into arrays
record SealedPerson(
        @Column(name = "id_number") byte[] idNumber,
        @Column(name = "id_number_index") byte[] idNumberIndex,
        @Column(name = "name") byte[] name,
        @Column(name = "phone") byte @Nullable [] phone,
        @Column(name = "phone_index") byte @Nullable [] phoneIndex,
        @Column(name = "email") byte @Nullable [] email) {}
