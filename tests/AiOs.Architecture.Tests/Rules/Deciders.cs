using AiOs.Architecture.Tests.Tree;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiOs.Architecture.Tests.Rules;

/// <summary>
/// A decider turns what is known into what to do: same input, same answer. So it awaits nothing, reads no clock,
/// opens no file and logs nothing. Which files decide is named here, so that a decider that moves away is missed.
/// </summary>
public static class Deciders
{
    private static readonly string[] Files =
    [
        "src/AiOs.Connectors/Email/Attachments/AttachmentCheck.cs",
        "src/AiOs.Connectors/Email/Attachments/SniffedType.cs",
        "src/AiOs.Connectors/Email/Forwards/ForwardFinder.cs",
        "src/AiOs.Kernel/WorkItems/WorkItem.cs",
        "src/AiOs.Kernel/WorkItems/NextStep.cs",
        "src/AiOs.Kernel/Approvals/Approval.cs",
        "src/AiOs.Kernel/Effects/EffectAttempt.cs",
        "src/AiOs.Kernel/Context/TakenAnswer.cs",
        "src/AiOs.Kernel/Ledger/DeviceLedger.cs",
        "src/AiOs.Kernel/Chat/Pairing/PairingCode.cs",
        "src/AiOs.Kernel/Chat/Pairing/CodeWords.cs",
        "src/AiOs.Kernel/Chat/Words/PlainWords.cs",
        "src/AiOs.Kernel/Chat/Words/TypedAnswer.cs",
        "src/AiOs.Kernel/Chat/Routing/ReplyRoute.cs",
        "src/AiOs.Kernel/Chat/Routing/HeldMessage.cs",
        "src/AiOs.Kernel/Controls/Commands/Nearest.cs",
        "src/AiOs.Kernel/WorkItems/TakingBack.cs",
        "src/AiOs.Kernel/Approvals/UndoSend.cs",
        "src/AiOs.Kernel/Approvals/ApprovalDigest.cs",
        "src/AiOs.Kernel/Approvals/Confirmation.cs",
        "src/AiOs.Kernel/Approvals/Ground.cs",
        "src/AiOs.Kernel/Approvals/Question.cs",
        "src/AiOs.Kernel/Autonomy/AutonomyClass.cs",
        "src/AiOs.Kernel/Autonomy/AutonomyLedger.cs",
        "src/AiOs.Kernel/Autonomy/AutonomyStanding.cs",
        "src/AiOs.Kernel/Autonomy/EffectTraces.cs",
        "src/AiOs.Kernel/Controls/Models/ModelFacts.cs",
        "src/AiOs.Kernel/Budgets/BudgetLedger.cs",
        "src/AiOs.Kernel/Budgets/BusinessMoney.cs",
        "src/AiOs.Kernel/Budgets/Interruptions.cs",
        "src/AiOs.Kernel/Budgets/ModelMoney.cs",
        "src/AiOs.Kernel/Budgets/Tally.cs",
        "src/AiOs.Kernel/Chat/Boards/Steps/Showing.cs",
        "src/AiOs.Kernel/Chat/Boards/Spots/Spot.cs",
        "src/AiOs.Kernel/Chat/Boards/Faces/Bell.cs",
        "src/AiOs.Kernel/Chat/Boards/Faces/CardPrint.cs",
        "src/AiOs.Agents/Records/RecordRequest.cs",
        "src/AiOs.Agents/Records/FieldPiece.cs",
        "src/AiOs.Agents/Records/FieldWords.cs",
        "src/AiOs.Kernel/Playbooks/PlaybookCondition.cs",
        "src/AiOs.Kernel/Playbooks/PlaybookDay.cs",
        "src/AiOs.Kernel/Playbooks/PlaybookTemplate.cs",
        "src/AiOs.Kernel/Playbooks/Running/PlaybookMoves.cs",
        "src/AiOs.Kernel/Playbooks/Running/PlaybookRun.cs",
        "src/AiOs.Kernel/Playbooks/Running/RunSteps.cs",
        "src/AiOs.Kernel/Playbooks/Running/Standings.cs",
        "src/AiOs.Kernel/Playbooks/Starting/TypedText.cs",
        "src/AiOs.Kernel/Digests/Counting/DigestCount.cs",
        "src/AiOs.Kernel/Digests/Counting/EffectCause.cs",
        "src/AiOs.Kernel/Digests/Counting/InvoiceCount.cs",
        "src/AiOs.Kernel/Digests/Counting/WorkCount.cs",
        "src/AiOs.Kernel/Digests/Watching/DigestWatch.cs",
        "src/AiOs.Kernel/Digests/Words/DigestNote.cs",
        "src/AiOs.Kernel/Digests/Words/MoneyChart.cs",
        "src/AiOs.Kernel/Digests/Words/MoneyWords.cs",
        "src/AiOs.Kernel/Grounding/Grounder.cs",
        "src/AiOs.Kernel/Grounding/Lookalikes.cs",
        "src/AiOs.Kernel/Threads/MailIds.cs",
        "src/AiOs.Connectors/Email/Authentication/SenderVerdict.cs",
        "src/AiOs.Kernel/Ledger/WorkspaceLedger.cs",
        "src/AiOs.Kernel/Policy/Judge.cs",
        "src/AiOs.Kernel/Policy/PolicyDocument.cs",
        "src/AiOs.Kernel/Policy/Judging/Counterfactual.cs",
        "src/AiOs.Kernel/Policy/Judging/HeldRules.cs",
        "src/AiOs.Kernel/Policy/Judging/KernelFloors.cs",
        "src/AiOs.Kernel/Policy/Amendments/AmendmentFold.cs",
        "src/AiOs.Kernel/Policy/Trials/PolicyTrial.cs",
        "src/AiOs.Kernel/Schedules/DueFirings.cs",
        "src/AiOs.Kernel/Schedules/CronWords.cs",
        "src/AiOs.Kernel/Schedules/Sources/OperatorSaid.cs",
        "src/AiOs.Contracts/Schedules/Words/ScheduleWords.cs",
        "src/AiOs.Contracts/Schedules/Words/SpokenDays.cs",
        "src/AiOs.Contracts/Schedules/Words/SpokenTimes.cs",
        "src/AiOs.Kernel/Records/Duplicates.cs",
        "src/AiOs.Contracts/Text/NameForm.cs",
        "src/AiOs.Kernel/Records/Mentions.cs",
        "src/AiOs.Agents/Intake/References/RecordResolver.cs",
        "src/AiOs.Agents/Intake/Parts/PartCutter.cs",
        "src/AiOs.Agents/Intake/Parts/PartSplitter.cs",
        "src/AiOs.Kernel/Records/RecordHistory.cs",
        "src/AiOs.Kernel/Records/RecordLinks.cs",
        "src/AiOs.Kernel/Records/RecordState.cs",
        "src/AiOs.Kernel/Records/ReportedFields.cs",
        "src/AiOs.Kernel/Reconciling/DriftRepair.cs",
        "src/AiOs.Contracts/Records/Negotiations/NegotiationLedger.cs",
        "src/AiOs.Contracts/Records/Owners/AuthorityMap.cs",
        "src/AiOs.Agents/Billing/Payments/PaymentMatch.cs",
        "src/AiOs.Agents/Records/RecordUnion.cs",
        "src/AiOs.Agents/Models/Drafting/KeptLines.cs",
        "src/AiOs.Agents/Research/Answers/ConnectedAnswer.cs",
        "src/AiOs.Kernel/Records/Relation.cs",
        "src/AiOs.Kernel/WorkItems/Splitting/SplitDraft.cs",
        "src/AiOs.Kernel/Desk/WhatChanged.cs",
        "src/AiOs.Channels.Telegram/Receiving/GroupWords.cs",
        "src/AiOs.Channels.Telegram/Receiving/Retreat.cs",
        "src/AiOs.Channels.Telegram/Sending/Allowance.cs",
        "src/AiOs.Channels.Telegram/Sending/Pace.cs",
        "src/AiOs.Channels.Teams/Connector/AnswerRules.cs",
        "src/AiOs.Channels.Teams/Connector/Pace.cs",
        "src/AiOs.Kernel/Preferences/Harmless.cs",
        "src/AiOs.Kernel/Preferences/LetterChange.cs",
        "src/AiOs.Kernel/Preferences/LetterManners.cs",
        "src/AiOs.Kernel/Preferences/PreferenceScope.cs",
        "src/AiOs.Kernel/Preferences/PreferenceSentence.cs",
        "src/AiOs.Kernel/Preferences/PreferenceWords.cs",
        "src/AiOs.Kernel/Preferences/ShownPreferences.cs",
        "src/AiOs.Kernel/Preferences/ToneSentences.cs",
        "src/AiOs.Memory/Corrections/PreferenceLessons.cs",
        "src/AiOs.Agents/Drafting/Preferences/Contractions.cs",
        "src/AiOs.Agents/Drafting/Preferences/GermanAddress.cs",
        "src/AiOs.Agents/Drafting/Preferences/LetterStyle.cs",
        "src/AiOs.Agents/Drafting/Preferences/Preferred.cs",
        "src/AiOs.Agents/Drafting/Preferences/TextStyle.cs",
        "src/AiOs.Agents/Drafting/Preferences/WholeWords.cs",
        "src/AiOs.Agents/Drafting/Preferences/WordedFrame.cs",
        "src/AiOs.Connectors/Email/Imap/MailboxPosition.cs",
        "src/AiOs.Connectors/Email/Imap/ImapRetreat.cs",
    ];

    private static readonly string[] ForbiddenUsings =
        ["System.IO", "System.Net", "System.Data", "System.Diagnostics", "Microsoft.Extensions", "Microsoft.AspNetCore"];

    private static readonly string[] ForbiddenNames =
        ["File", "Directory", "Console", "HttpClient", "Process", "Environment", "TimeProvider", "DateTime", "Stopwatch", "IEntropy", "IdSource", "Random", "RandomNumberGenerator", "Guid", "ILogger", "IJournalStore", "WorkspaceJournal", "Task", "ValueTask", "IAsyncEnumerable", "Thread"];

    public static bool IsDecider(SourceFile source) => Files.Contains(source.Path);

    public static Survey Pure(IEnumerable<SourceFile> sources) =>
        Survey.Of(sources.Where(IsDecider), source => Complaints(source).Distinct());

    private static IEnumerable<string> Complaints(SourceFile source)
    {
        foreach (var name in source.Usings.Where(name => ForbiddenUsings.Any(bad => name == bad || name.StartsWith(bad + ".", StringComparison.Ordinal))))
        {
            yield return $"{source.Path} uses {name}";
        }

        foreach (var name in source.Syntax.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text).Where(ForbiddenNames.Contains))
        {
            yield return $"{source.Path} speaks of {name}";
        }

        if (source.Syntax.DescendantTokens().Any(token => token.IsKind(SyntaxKind.AwaitKeyword) || token.IsKind(SyntaxKind.AsyncKeyword)))
        {
            yield return $"{source.Path} awaits";
        }
    }
}
