using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Ledger;

/// <summary>Who stopped every effect, where and when.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
internal sealed record FreezeState(ChannelName Channel, string By, DateTimeOffset At)
{
    /// <summary>For people.</summary>
    public string Sentence => $"Everything is frozen by {By} in {Channel} since {InstantConverter.ToText(At)}; /resume lets it go on.";
}
