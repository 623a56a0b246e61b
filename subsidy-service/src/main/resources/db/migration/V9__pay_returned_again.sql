-- A payment the bank returned is paid again once the applicant has corrected her account.
ALTER TABLE instalment ADD COLUMN payee_corrected_at timestamptz;
ALTER TABLE instalment ADD CONSTRAINT instalment_corrected_when_returned
    CHECK (payee_corrected_at IS NULL OR status IN ('RETURNED', 'IN_PAYMENT', 'PAID'));

-- The part of a batch that was paid and returned before; its money stands in another account of the ledger.
ALTER TABLE disbursement_batch ADD COLUMN again_fen bigint NOT NULL DEFAULT 0;
ALTER TABLE disbursement_batch ADD CONSTRAINT batch_again_within_total CHECK (again_fen BETWEEN 0 AND total_fen);
