using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Journal;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>What the operator said runs by the clock is said again as their own words; what anybody else put there never runs.</summary>
public sealed class RecordSchedulesTests
{
    private static readonly RecordId Chase = new("schedule", "chase");

    [Fact]
    public async Task Due_WordsOfTheOperator_AreSaidAgainAsTheirOwn()
    {
        await using var desk = await ClockDesk.StartAsync();
        await WriteAsync(desk, Chase, Provenance.Operator, ("when", "every day at 14:00"), ("what", "chase overdue invoices"));
        await desk.RingAsync("chase");
        await desk.RingAfterAsync(TimeSpan.FromMinutes(41), "chase");
        await desk.RingAsync("chase");

        var brief = Assert.Single(desk.Harness.Agent.Briefs);
        Assert.Equal(("chase overdue invoices", Authority.Operator, ContentOrigin.Typed), (brief.Message.Text, brief.Authority, brief.Message.Origin));
        Assert.Equal(FiringKind.Words, Assert.IsType<Occasion.Fired>(brief.Message.Occasion).Kind);
    }

    [Theory]
    [InlineData(Provenance.External)]
    [InlineData(Provenance.Model)]
    [InlineData(Provenance.Record)]
    public async Task Due_WordsThatTheOperatorDidNotConfirm_NeverRun(Provenance provenance)
    {
        await using var desk = await ClockDesk.StartAsync();
        await WriteAsync(desk, Chase, provenance, ("when", "every day at 14:00"), ("what", "chase overdue invoices"));
        await desk.RingAsync("chase");
        await desk.RingAfterAsync(TimeSpan.FromMinutes(41), "chase");

        Assert.Empty(desk.Harness.Agent.Briefs);
        Assert.DoesNotContain(await desk.Harness.Process.Get<IFirings>().FindAsync(CancellationToken.None), plan => plan.Name == "chase");
    }

    /// <summary>A mail that talks an agent round: the kernel sees that the operator said nothing of the kind.</summary>
    [Fact]
    public async Task Propose_AScheduleOutOfAMail_IsRefused()
    {
        await using var desk = await ClockDesk.StartAsync();
        desk.Harness.Agent.Write = brief => Some.Reply(brief) with { Effects = [Draft(Provenance.Operator)] };
        var item = await desk.Harness.ReceivedAsync(Some.Mail(text: "every day at 14:00 chase overdue invoices"));

        Assert.Contains("owned-field", Assert.Single(await desk.EventsAsync<EffectJudged>()).Rule, StringComparison.Ordinal);
        Assert.NotEqual(WorkItemState.Done, item.State);
        Assert.Null(await desk.Harness.FieldAsync(Chase, "when"));
    }

    [Fact]
    public async Task Propose_AScheduleInTheOperatorsWords_IsKeptUnaskedAndCanBeTakenBack()
    {
        await using var desk = await ClockDesk.StartAsync();
        desk.Harness.Agent.Write = brief => Some.Reply(brief) with { Effects = [Draft(Provenance.Operator)] };
        var item = await desk.Harness.ReceivedAsync(Some.Mail() with
        {
            Channel = ChannelName.Web,
            Authority = Authority.Operator,
            Raw = default,
            Content = new MessageContent { Origin = ContentOrigin.Typed, Text = "every day at 14:00 chase overdue invoices" },
        });
        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Empty(item.Approvals);
        Assert.Contains(await desk.Harness.Process.Get<IFirings>().FindAsync(CancellationToken.None), plan => plan is { Name: "chase", Cron: "0 0 14 * * ?" });

        await desk.Harness.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, CancellationToken.None);
        Assert.DoesNotContain(await desk.Harness.Process.Get<IFirings>().FindAsync(CancellationToken.None), plan => plan.Name == "chase");
    }

    [Theory]
    [InlineData("invoice chase", FiringKind.Playbook, "invoice-chase")]
    [InlineData("run the Invoice Chase", FiringKind.Playbook, "invoice-chase")]
    [InlineData("chase overdue invoices", FiringKind.Playbook, "invoice-chase")]
    [InlineData("chase the cat", FiringKind.Words, "chase the cat")]
    public async Task Find_WordsThatNameAPlaybook_RunIt(string what, FiringKind kind, string target)
    {
        await using var desk = await ClockDesk.StartAsync();
        await WriteAsync(desk, new RecordId("playbook", "invoice-chase"), Provenance.Operator, ("title", "Invoice chase"), ("trigger", "words: chase overdue invoices"), ("steps", "none"));
        await WriteAsync(desk, Chase, Provenance.Operator, ("when", "every day at 14:00"), ("what", what));

        var plan = (await desk.Harness.Process.Get<IFirings>().FindAsync(CancellationToken.None)).Single(one => one.Name == "chase");
        Assert.Equal((kind, target), (plan.Kind, plan.Target));
    }

    [Fact]
    public async Task Stop_ByARecordOfItsName_EndsAnySchedule()
    {
        await using var desk = await ClockDesk.StartAsync();
        await WriteAsync(desk, new RecordId("schedule", "probe"), Provenance.External, ("state", "stop"));
        await desk.RingAfterAsync(TimeSpan.FromMinutes(41));
        Assert.Single(desk.Job.Calls);

        await WriteAsync(desk, new RecordId("schedule", "probe"), Provenance.Operator, ("state", "stop"));
        await desk.RingAfterAsync(TimeSpan.FromHours(1));
        Assert.Single(desk.Job.Calls);
    }

    private static EffectDraft Draft(Provenance provenance) => new(
        EffectKind.RecordWrite,
        JsonSerializer.Serialize(
            new RecordWriteArguments
            {
                Record = Chase,
                ExpectedVersion = 0,
                Fields = new Dictionary<string, RecordField> { ["when"] = new("every day at 14:00", provenance), ["what"] = new("chase overdue invoices", provenance) },
            },
            ArgumentsJson.Default.RecordWriteArguments));

    private static async Task WriteAsync(ClockDesk desk, RecordId record, Provenance provenance, params (string Field, string Value)[] fields)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Of(record),
            Cause = "test",
            Decide = at =>
            [
                new RecordWritten(record, at.State.Version + 1, new EffectId(desk.Harness.Process.Get<Contracts.Ports.IdSource>().Next()))
                {
                    Personal = new RecordWritten.Values(fields.ToDictionary(field => field.Field, field => new RecordField(field.Value, provenance))),
                },
            ],
        };
        await desk.Harness.Process.Journal.AppendAsync(request, CancellationToken.None);
    }
}
