namespace AiOs.Scenarios.Kills;

/// <summary>What a reckoning came to.</summary>
/// <param name="Wrong">Everything that is wrong; empty where nothing is.</param>
/// <param name="Done">How many work items are done.</param>
/// <param name="Unknown">Of how many nobody can say whether they were done.</param>
/// <param name="Sent">How many mails went out.</param>
public sealed record Account(IReadOnlyList<string> Wrong, int Done, int Unknown, int Sent)
{
    public void MustBeClean(string when) => Assert.True(Wrong.Count == 0, $"{when}: {string.Join("; ", Wrong)}");

    public override string ToString() => $"{Done} done, {Unknown} of unknown outcome, {Sent} mails went out";
}
