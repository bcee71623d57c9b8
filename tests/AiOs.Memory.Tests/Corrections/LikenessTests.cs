using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Records;
using AiOs.Memory.Corrections;
using AiOs.Testing;

namespace AiOs.Memory.Tests.Corrections;

/// <summary>A lesson fits what is alike, and nothing that only sounds polite.</summary>
public sealed class LikenessTests
{
    private const string Festival = "Festival by the lake\nOur village festival looks for a sponsor for the children's tent and the brass band.";

    [Theory]
    [InlineData("person/aa", "Festival by the lake\nOur village festival in June looks for a sponsor for the brass band and the fireworks.", true)]
    [InlineData("person/aa", "Invoice 7\nPlease pay 100 EUR for the poster until Friday.", false)]
    [InlineData("person/bb", "Festival by the lake\nOur village festival looks for a sponsor for the children's tent and the brass band!", true)]
    [InlineData("person/bb", "Summer fair\nOur town looks for a sponsor for the stage and a band.", false)]
    [InlineData(null, "Thank you\nDear all, thank you for this and for that. Kind regards", false)]
    public void Fits_Sorted_NeedsTheSenderAndSomeWordsOrNearlyAll(string? sender, string sample, bool fits) =>
        Assert.Equal(fits, LessonFit.Fits(Sorted, sender, sample));

    [Fact]
    public void Fits_EditOfTheSameSender_FitsWhateverItIsAbout()
    {
        var edit = new Lesson.Edited(AgentName.Execution, "make it shorter", "a", "b") { Number = 1, At = Some.Moment, Source = new StreamId("work/1"), Sender = "person/aa", Sample = Festival };

        Assert.True(LessonFit.Fits(edit, "person/aa", "Something else\nentirely different words here"));
        Assert.False(LessonFit.Fits(edit, "person/bb", "Something else\nentirely different words here"));
    }

    [Fact]
    public void Fits_RestatedFactOrForgottenMessage_Never()
    {
        var fact = new Lesson.Restated(new RecordId("client", "berg"), "city", new RecordField("Köln", Provenance.External), new RecordField("Bonn", Provenance.Operator))
        {
            Number = 1,
            At = Some.Moment,
            Source = new StreamId("record/client/berg"),
            Sender = "person/aa",
            Sample = Festival,
        };

        Assert.False(LessonFit.Fits(fact, "person/aa", Festival));
        Assert.False(LessonFit.Fits(Sorted with { Sample = string.Empty }, "person/aa", string.Empty));
    }

    private static Lesson Sorted { get; } = new Lesson.Sorted(Category.Inquiry)
    {
        Number = 1,
        At = Some.Moment,
        Source = new StreamId("work/1"),
        Category = Category.Complaint,
        Sender = "person/aa",
        Sample = Festival,
    };
}
