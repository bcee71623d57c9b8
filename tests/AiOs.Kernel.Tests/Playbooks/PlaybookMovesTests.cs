using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;
using AiOs.Kernel.Playbooks;
using AiOs.Kernel.Playbooks.Running;
using AiOs.Testing;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Playbooks;

/// <summary>What a run does next, decided without any store.</summary>
public sealed class PlaybookMovesTests
{
    private static readonly PlaybookDocument Chase = Books.Read(Books.Shipped("invoice-chase"));
    private static readonly PlaybookDocument Content = Books.Read(Books.Shipped("weekly-content"));
    private static readonly PlaybookDocument Leads = Books.Read(Books.Shipped("lead-follow-up"));

    [Fact]
    public void Next_Unbegun_TakesTheFirstStep() =>
        Assert.Equal(1, Assert.IsType<PlaybookMove.Take>(Next(Chase, 0, StepStanding.Unbegun)).Step.Number);

    [Theory]
    [InlineData("paid", "2026-11-20")]
    [InlineData("state", "cancelled")]
    public void Next_StopHolds_EndsWhereverItIs(string field, string value)
    {
        foreach (var standing in Enum.GetValues<StepStanding>())
        {
            var end = Assert.IsType<PlaybookMove.End>(PlaybookMoves.Next(Chase, At(3, standing), Scope(("invoice", field, value)), Some.Moment, TimeZoneInfo.Utc));

            Assert.Contains("invoice." + field, end.Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Next_MailDone_RestsAWeekForAReply()
    {
        var wait = Assert.IsType<PlaybookMove.Wait>(Next(Chase, 1, StepStanding.Over));

        Assert.Equal(new RunRest(Some.Moment.AddDays(7), ForReply: true, LookAt: null), wait.Rest);
    }

    [Fact]
    public void Next_Replied_LeadsToTheNamedStep()
    {
        var at = new RunPosition(2, StepStanding.Resting, new RunRest(Some.Moment.AddDays(5), ForReply: true, LookAt: null), Replied: true);

        Assert.Equal("decide", Assert.IsType<PlaybookMove.Take>(PlaybookMoves.Next(Chase, at, Scope(), Some.Moment, TimeZoneInfo.Utc)).Step.Name);
    }

    [Fact]
    public void Next_LookedAtEarly_KeepsTheSameEnd()
    {
        var rest = new RunRest(Some.Moment.AddDays(5), ForReply: true, LookAt: null);
        var wait = Assert.IsType<PlaybookMove.Wait>(PlaybookMoves.Next(Chase, new RunPosition(2, StepStanding.Resting, rest, Replied: false), Scope(), Some.Moment, TimeZoneInfo.Utc));

        Assert.Equal(rest, wait.Rest);
    }

    [Fact]
    public void Next_Refused_EndsOrSkipsAsTheStepSays()
    {
        Assert.Contains("no yes to friendly reminder", Assert.IsType<PlaybookMove.End>(Next(Chase, 1, StepStanding.Refused)).Sentence, StringComparison.Ordinal);
        Assert.Equal(3, Assert.IsType<PlaybookMove.Wait>(PlaybookMoves.Next(Leads, At(2, StepStanding.Refused), Scope(("client", "state", "lead")), Some.Moment, TimeZoneInfo.Utc)).Step.Number);
    }

    [Fact]
    public void Next_UntilDay_IsThatDayOnTheOperatorsClock()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var monday = new DateTimeOffset(2026, 3, 23, 9, 0, 0, TimeSpan.Zero);
        var wait = Assert.IsType<PlaybookMove.Wait>(PlaybookMoves.Next(Content, At(3, StepStanding.Over), Scope(("asset", "state", "brief")), monday, berlin));
        var friday = Assert.IsType<PlaybookMove.Wait>(PlaybookMoves.Next(Content, At(3, StepStanding.Over), Scope(("asset", "state", "brief")), monday.AddDays(4), berlin));

        Assert.Equal(new DateTimeOffset(2026, 3, 26, 8, 0, 0, TimeSpan.Zero), wait.Rest.Until);
        Assert.Equal(new DateTimeOffset(2026, 4, 2, 7, 0, 0, TimeSpan.Zero), friday.Rest.Until);
    }

    [Fact]
    public void Next_UntilHolds_GoesOnAtOnceAndLeavesOutWhatDoesNotApply() =>
        Assert.IsType<PlaybookMove.End>(PlaybookMoves.Next(Content, At(3, StepStanding.Over), Scope(("asset", "state", "published")), Some.Moment, TimeZoneInfo.Utc));

    /// <summary>Answers, silence, refusals, replies, moved Records and restarts in any order.</summary>
    [Property(MaxTest = 500, EndSize = 200)]
    public void Next_AnyOrderOfEvents_EndsAndDoesNoStepTwice(byte[] script)
    {
        foreach (var book in new[] { Chase, Content, Leads })
        {
            var done = new List<int>();
            Assert.True(Play(book, script, done), $"{book.Name} did not come to its end");
            Assert.Equal(done.Distinct().Order(), done);
        }
    }

    private static bool Play(PlaybookDocument book, byte[] script, List<int> done)
    {
        var (now, at) = (Some.Moment, At(0, StepStanding.Unbegun));
        for (var turn = 0; turn < script.Length + (book.Steps.Count * 4); turn++)
        {
            var luck = turn < script.Length ? script[turn] % 6 : 0;
            switch (PlaybookMoves.Next(book, at, Scope(("client", "state", "lead"), ("asset", "state", "brief")), now, TimeZoneInfo.Utc))
            {
                case PlaybookMove.Take { Step: var step }:
                    var standing = luck switch { 1 => StepStanding.Fresh, 2 => step.Does is StepDoes.Ask ? StepStanding.Silent : StepStanding.Refused, _ => StepStanding.Over };
                    done.AddRange(standing is StepStanding.Over ? [step.Number] : []);
                    at = At(step.Number, standing);
                    break;
                case PlaybookMove.Wait { Step: var step, Rest: var rest }:
                    now = luck is 1 or 2 ? now : luck == 3 ? now.AddHours(5) : rest.LookAt ?? rest.Until;
                    at = new RunPosition(step.Number, StepStanding.Resting, rest, Replied: luck == 2 && rest.ForReply);
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    private static PlaybookMove Next(PlaybookDocument book, int step, StepStanding standing) => PlaybookMoves.Next(book, At(step, standing), Scope(), Some.Moment, TimeZoneInfo.Utc);

    private static RunPosition At(int step, StepStanding standing) => new(step, standing, standing is StepStanding.Resting ? new RunRest(Some.Moment.AddDays(1), ForReply: true, LookAt: null) : null, Replied: false);

    private static PlaybookScope Scope(params (string Alias, string Field, string Value)[] values) => new(
        values.GroupBy(one => one.Alias).ToDictionary(
            one => one.Key,
            one => new RecordSnapshot(new RecordId(one.Key, "x"), 1, one.ToDictionary(value => value.Field, value => new RecordField(value.Value, Provenance.Operator)))),
        new Dictionary<string, string>(),
        DateOnly.FromDateTime(Some.Moment.Date),
        "Kim");
}
