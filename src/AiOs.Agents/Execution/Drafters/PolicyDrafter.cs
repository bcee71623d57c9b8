using System.Globalization;
using System.Text.Json;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake;
using AiOs.Agents.Policies;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>Drafts a change of the policy that the operator typed. Nothing is changed before they approved exactly that.</summary>
internal static class PolicyDrafter
{
    /// <summary>Drafts the change.</summary>
    /// <param name="desk">A brief of typed words of the operator.</param>
    /// <param name="text">The words.</param>
    /// <returns>The proposal or one question; nothing where the words ask for no change of the policy.</returns>
    public static ProposalDraft? Draft(DraftDesk desk, string text)
    {
        var policy = PolicyFacts.Of(desk.Brief);
        if (PolicyRequestReader.Read(text, desk.Brief.Currency, policy) is not { } request)
        {
            return null;
        }

        var understood = true;
        foreach (var words in desk.Answers)
        {
            if (MeetingTimes.IsNo(words))
            {
                return Nothing(desk);
            }

            var next = PolicyRequestReader.Continue(request, text, words, desk.Brief.Currency, policy);
            understood = next is not null;
            request = next ?? request;
        }

        return request switch
        {
            PolicyRequest.Change change => Proposal(desk, change, policy, understood ? null : "I did not understand what to change, so the draft is as it was. Say the whole change anew, as in “cap ads at 200 a month”."),
            _ => Question(desk, ((PolicyRequest.Unclear)request).Question),
        };
    }

    private static ProposalDraft Proposal(DraftDesk desk, PolicyRequest.Change change, PolicyFacts policy, string? question) => new()
    {
        Summary = "Change the policy: " + change.Summary,
        Reasons = ["you typed it", $"on top of {policy}"],
        Evidence = [Words(desk), .. policy.Record is { Version: > 0 } record ? (Evidence[])[new Evidence("record " + record.Id, record.Version, "version " + record.Version.ToString(CultureInfo.InvariantCulture), Provenance.Record)] : []],
        Confidence = Confidence.Certain,
        Effects = [new EffectDraft(EffectKind.PolicyChange, JsonSerializer.Serialize(change.Arguments with { ExpectedVersion = policy.Version }, ArgumentsJson.Default.PolicyChangeArguments))],
        Question = question,
    };

    private static ProposalDraft Question(DraftDesk desk, string question) => new()
    {
        Summary = "A change of the policy is wanted; I need a word more.",
        Reasons = ["you typed it"],
        Evidence = [Words(desk)],
        Confidence = Confidence.Certain,
        Question = question,
    };

    private static ProposalDraft Nothing(DraftDesk desk) => new()
    {
        Summary = "Nothing to do: the policy stays as it is.",
        Reasons = ["you said no"],
        Evidence = [Words(desk)],
        Confidence = Confidence.Certain,
    };

    private static Evidence Words(DraftDesk desk) => new("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator);
}
