using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Drafting.Replies;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Sales.Agreements;

/// <summary>Confirms that a contract arrived and accepts nothing; says where it differs from the contract that a Record holds.</summary>
internal static class ContractDrafter
{
    private const int MostContracts = 2;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var own = desk.OwnWords;
        var summary = own.Length == 0
            ? $"Tell {desk.SenderLabel} that it arrived, without promising anything."
            : $"Answer {desk.SenderLabel} in your words.";
        var draft = ReplyDraft.Make(
            desk,
            summary,
            [desk.Words.ThanksFor(desk.Topic), own.Length == 0 ? desk.Words.Received : string.Empty, own],
            own.Length == 0 ? "Do you want to sign, change or refuse it? I only confirm that it arrived." : null,
            FieldName.Deadline,
            FieldName.Date,
            FieldName.Amount);
        if (desk.Message.Automatic)
        {
            return draft;
        }

        var contracts = KnownFacts.Of(desk.Brief, "contract").Take(MostContracts).ToList();
        return draft with
        {
            Reasons = [.. draft.Reasons, .. contracts.Select(contract => Compared(desk, contract))],
            Evidence = [.. draft.Evidence, .. contracts.Where(contract => contract.Fields.ContainsKey("amount")).Select(contract => KnownFacts.Evidence(contract, "amount"))],
            Effects = [.. draft.Effects, KeepDrafter.Note(desk, "Contract")],
        };
    }

    private static string Compared(DraftDesk desk, RecordSnapshot contract)
    {
        var amounts = desk.Values(FieldName.Amount).Select(field => field.Value).ToList();
        var said = KnownFacts.OurValue(contract, "amount");
        var title = KnownFacts.Value(contract, "title") ?? contract.Id.Key;
        return said is not null && amounts.Count > 0 && !amounts.Contains(said)
            ? $"“{title}” says {said} ({KnownFacts.Cited(contract)}), the message names {string.Join(", ", amounts.Take(3))}"
            : $"there is “{title}” with them{(said is null ? string.Empty : $" over {said}")} ({KnownFacts.Cited(contract)})";
    }
}
