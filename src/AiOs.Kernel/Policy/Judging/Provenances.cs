using AiOs.Contracts.Approvals;

namespace AiOs.Kernel.Policy.Judging;

/// <summary>The order of where values come from: External, Model, Record, Operator.</summary>
internal static class Provenances
{
    /// <summary>How much it is worth; what is not known is worth as little as outside content.</summary>
    public static int Rank(Provenance provenance) => provenance switch
    {
        Provenance.Operator => 3,
        Provenance.Record => 2,
        Provenance.Model => 1,
        _ => 0,
    };

    /// <summary>The weakest of them; nothing sensitive counts as the operator's own.</summary>
    public static Provenance Weakest(IEnumerable<Provenance> all) =>
        all.DefaultIfEmpty(Provenance.Operator).MinBy(Rank);
}
