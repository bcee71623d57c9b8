using System.Globalization;

namespace AiOs.Evaluation.Parts.Tau;

/// <summary>Where a host is killed: at a boundary of its own, by name or number, or while the shop has a call of it.</summary>
/// <param name="Boundary">The boundary; nothing where the shop kills it.</param>
/// <param name="WhenMade">Whether the shop has made the call by then, or only got it.</param>
internal sealed record KillPoint(string? Boundary, bool WhenMade = false)
{
    private const int MostCrossings = 16;

    /// <summary>
    /// One round of points: with the approval just written and nothing begun, with the call journalled and not sent, when the shop got it, when it made it,
    /// when it answered and nothing of that is written, and at any crossing.
    /// </summary>
    public static IReadOnlyList<KillPoint> Round(Random random) =>
    [
        new("after-commit"), new("before-call"), new(Boundary: null), new(Boundary: null, WhenMade: true), new("after-call"),
        new((1 + random.Next(MostCrossings)).ToString(CultureInfo.InvariantCulture)),
    ];

    public override string ToString() => Boundary ?? (WhenMade ? "call made" : "call come");
}
