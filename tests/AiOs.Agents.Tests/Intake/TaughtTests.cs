using AiOs.Agents.Intake;
using AiOs.Agents.Tests.Intake.HeldOut;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Tests.Intake;

public sealed class TaughtTests
{
    private const string Subject = "Bay 7";
    private const string Text = "The ramp at the south side stays shut until Thursday, vans turn by the mill.";

    [Fact]
    public void Understand_LikeWhatTheOperatorSaid_LearnsIt()
    {
        var intake = new IntakeAgent();
        var before = intake.Understand(Some.Case(Some.Mail("Until Friday the ramp on the north side is shut; vans turn at the gate.", "Bay 2", "yard@bay.example", name: null)));
        var taken = before.Category == Category.Notification ? Category.Complaint : Category.Notification;

        var after = intake.Understand(Some.Case(Some.Mail("Until Friday the ramp on the north side is shut; vans turn at the gate.", "Bay 2", "yard@bay.example", name: null)) with { Examples = [Said(taken)] });

        Assert.Equal(taken, after.Category);
    }

    [Fact]
    public void Understand_AfterItWasTakenBack_IsAsBefore()
    {
        var intake = new IntakeAgent();
        var mail = Some.Case(Some.Mail(Text, Subject, "yard@bay.example", name: null));
        var before = intake.Understand(mail);

        _ = intake.Understand(mail with { Examples = [Said(Category.Contract)] });

        var after = intake.Understand(mail);
        Assert.Equal((before.Category, before.Confidence), (after.Category, after.Confidence));
    }

    [Fact]
    public void Understand_OtherMailsAfterSomeWereTaught_StaysAsGood()
    {
        var (plain, taught) = (new IntakeAgent(), new IntakeAgent());
        var (right, rightTaught) = (0, 0);
        foreach (var (mail, category) in HeldOutMails.Read())
        {
            right += plain.Understand(Some.Case(mail)).Category == category ? 1 : 0;
            rightTaught += taught.Understand(Some.Case(mail) with { Examples = [Said(Category.Contract), Said(Category.Complaint)] }).Category == category ? 1 : 0;
        }

        Assert.True(rightTaught >= right - 2, $"{rightTaught} right after two odd lessons, {right} before");
    }

    private static Lesson.Sorted Said(Category category) => new(Category.Other)
    {
        Number = (long)category + 1,
        At = DateTimeOffset.UnixEpoch,
        Source = new StreamId("work/1"),
        Category = category,
        Sample = $"{Subject}\n{Text}",
    };
}
