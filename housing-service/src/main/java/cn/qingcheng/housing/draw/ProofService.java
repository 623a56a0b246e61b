package cn.qingcheng.housing.draw;

import cn.qingcheng.housing.draw.ProofResponse.DrawProof;
import cn.qingcheng.housing.draw.ProofResponse.TicketProof;
import cn.qingcheng.housing.lottery.Lottery;
import cn.qingcheng.housing.lottery.Ticket;
import cn.qingcheng.housing.round.Round;
import cn.qingcheng.housing.round.RoundRepository;
import cn.qingcheng.housing.round.Tier;
import cn.qingcheng.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Puts the public proof of a round together. Ticket ids and wishes are in it, who is behind them is not. */
@ApplicationScoped
public class ProofService {

    private final RoundRepository rounds;
    private final RoundTicketRepository tickets;
    private final DrawRepository draws;
    private final DrawPlacementRepository placements;

    ProofService(
            RoundRepository rounds,
            RoundTicketRepository tickets,
            DrawRepository draws,
            DrawPlacementRepository placements) {
        this.rounds = rounds;
        this.tickets = tickets;
        this.draws = draws;
        this.placements = placements;
    }

    @Transactional
    public ProofResponse proof(UUID roundId) {
        Round round = rounds.findByIdOptional(roundId).orElseThrow(ProblemException::notFound);
        Instant committedAt = round.listCommittedAt();
        String listDigest = round.listDigest();
        String inputsDigest = round.inputsDigest();
        if (committedAt == null || listDigest == null || inputsDigest == null) {
            throw new ProblemException(DrawProblem.LIST_NOT_COMMITTED, round.code());
        }
        return new ProofResponse(
                Lottery.ALGORITHM,
                "SHA-256",
                round.code(),
                round.entropySource(),
                committedAt,
                listDigest,
                inputsDigest,
                round.tiers().stream().map(Tier::name).toList(),
                rounds.unitCodesEverOf(roundId),
                tickets.of(roundId).stream()
                        .map(RoundTicket::ticket)
                        .map(ProofService::proofOf)
                        .toList(),
                draws.of(roundId).stream()
                        .filter(Draw::isPublic)
                        .map(draw -> DrawProof.from(draw, placements.of(draw.id())))
                        .toList());
    }

    private static TicketProof proofOf(Ticket ticket) {
        return new TicketProof(ticket.id(), ticket.tier(), ticket.wishes());
    }
}
