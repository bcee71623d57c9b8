namespace AiOs.Simulation.Scripts;

/// <summary>What a world is like from its start on.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="Hosts">1, alone with its store, or 2 on a shared one.</param>
/// <param name="RemoteStore">Whether the store's replies take a while.</param>
/// <param name="SummerTime">Whether the operator lives where clocks are put forward and back.</param>
internal sealed record Setting(DateTimeOffset Start, int Hosts, bool RemoteStore, bool SummerTime)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Hosts} host(s), {(RemoteStore ? "remote" : "local")} store, starts {Start:yyyy-MM-dd HH:mm}Z{(SummerTime ? ", Vienna" : string.Empty)}");
}
