namespace AiOs.Simulation.Soak;

/// <summary>What a soak measured: after a tenth, after a fifth and at the end.</summary>
internal sealed record SoakFigures
{
    private const long Megabyte = 1024 * 1024;
    private const long MemoryAllowance = 20 * Megabyte;

    /// <summary>
    /// The store keeps as many readers as ever read at once, three files each, and the runtime opens some of its own when it is busy.
    /// What leaks with every message is a thousand after a minute.
    /// </summary>
    private const int FileAllowance = 24;

    public required SoakSample Tenth { get; init; }

    public required SoakSample Fifth { get; init; }

    public required SoakSample End { get; init; }

    public required long Messages { get; init; }

    public required long Effects { get; init; }

    public required long Failed { get; init; }

    /// <summary>How many work items had not come to an end.</summary>
    public required int Open { get; init; }

    public IEnumerable<string> Faults()
    {
        if (End.WorkingSet > (Fifth.WorkingSet * 1.2) + MemoryAllowance)
        {
            yield return FormattableString.Invariant($"memory grew from {Fifth.WorkingSet / Megabyte} MB after a fifth to {End.WorkingSet / Megabyte} MB");
        }

        if (End.Files > Fifth.Files + FileAllowance)
        {
            yield return FormattableString.Invariant($"open files grew from {Fifth.Files} after a fifth to {End.Files}");
        }

        if (Open > 0 || Failed > 0 || Messages == 0 || Effects == 0)
        {
            yield return FormattableString.Invariant($"the queue did not drain: {Open} work items open, {Failed} messages refused, {Messages} messages and {Effects} effects done");
        }
    }

    public override string ToString() => FormattableString.Invariant(
        $"soak messages={Messages} effects={Effects} memory10={Tenth.WorkingSet / Megabyte}MB memory20={Fifth.WorkingSet / Megabyte}MB memory100={End.WorkingSet / Megabyte}MB files10={Tenth.Files} files100={End.Files} wal10={Tenth.WalBytes} wal100={End.WalBytes} open={Open} failed={Failed}");
}
