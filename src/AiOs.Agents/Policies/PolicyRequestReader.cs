using AiOs.Agents.Drafting.Replies;

namespace AiOs.Agents.Policies;

/// <summary>
/// Reads a change of the policy out of what the operator typed, without a model. Only for words that are the operator's own:
/// what a mail or a quotation says is never handed to it.
/// </summary>
internal static class PolicyRequestReader
{
    /// <summary>Reads a request.</summary>
    /// <param name="text">What the operator typed.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <param name="policy">What is known of the policy in force.</param>
    /// <returns>The change or the question for what it lacks; nothing where the whole text is not such a request.</returns>
    public static PolicyRequest? Read(string text, string currency, PolicyFacts policy) =>
        PlainRequest.Of(text) is { Length: > 0 } request
            ? CapReader.Read(request, currency, policy) ?? PartyReader.Read(request) ?? TakeBackReader.Read(request, policy)
            : null;

    /// <summary>Takes in the operator's further words about the same request.</summary>
    /// <param name="first">The request.</param>
    /// <param name="text">Its words.</param>
    /// <param name="words">The further words.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <param name="policy">What is known of the policy in force.</param>
    /// <returns>The request as it is now; nothing where the words say nothing of it.</returns>
    public static PolicyRequest? Continue(PolicyRequest first, string text, string words, string currency, PolicyFacts policy)
    {
        if (Read(words, currency, policy) is { } anew)
        {
            return anew;
        }

        var plain = PlainRequest.Of(words) ?? string.Empty;
        return first is PolicyRequest.Unclear { IfYes: { } meant } && MeetingTimes.IsYes(words) ? meant
            : CapOf(first) is { } cap && CapReader.Add(cap, plain, currency) is { } added ? added
            : first is PolicyRequest.Unclear ? Read($"{text} {plain}", currency, policy) : null;
    }

    private static CapWish? CapOf(PolicyRequest request) => request switch
    {
        PolicyRequest.Unclear unclear => unclear.Cap,
        PolicyRequest.Change { Arguments: { Change: "set-cap" } cap } change => new CapWish(
            new CapSubject(cap.Scope!, cap.Name, LabelOf(change.Summary), Known: true),
            new Contracts.Intake.Money(cap.Minor!.Value, cap.Currency!),
            cap.Period),
        _ => null,
    };

    /// <summary>The summary reads "Cap LABEL at AMOUNT a PERIOD."</summary>
    private static string LabelOf(string summary) => summary[4..summary.LastIndexOf(" at ", StringComparison.Ordinal)];
}
