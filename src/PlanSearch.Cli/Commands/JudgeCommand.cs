using System.Collections.Immutable;
using System.CommandLine;
using PlanSearch.Answers.Measuring;
using PlanSearch.Cli.Options;
using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Commands;

/// <summary><c>plansearch judge</c>: how well questions in plain words are answered, by places that people judged.</summary>
internal static class JudgeCommand
{
    private const int DefaultWorst = 10;

    public static Command Create(Terminal terminal)
    {
        var collection = new CollectionOption(terminal);
        var questions = new Argument<FileInfo>("QUESTIONS")
        {
            Description = "评判过的问句，每行一个 JSON：{\"q\",\"kind\",\"rel\":[{\"plan\",\"line\",\"grade\":0–3}]}",
        };
        questions.AcceptExistingOnly();
        var worst = new Option<int>("--worst") { Description = "列出答得最差的几个问句", DefaultValueFactory = _ => DefaultWorst };
        var format = new FormatOption(FormatOption.Text, FormatOption.Json);
        var command = new Command("judge", "评测：问句的相关检索答得怎样（nDCG@10、recall@20、MRR）") { collection, questions, worst, format };
        command.SetAction((parse, cancellationToken) =>
        {
            ImmutableArray<JudgedQuestion> judged;
            try
            {
                judged = JudgedQuestion.Load(parse.GetRequiredValue(questions).FullName);
            }
            catch (InvalidDataException fault)
            {
                terminal.Error.WriteLine(fault.Message);
                return Task.FromResult(ExitCode.WrongUse);
            }

            using var plans = collection.Open(parse);
            using var reader = plans.Read();
            var judge = new QuestionJudge(reader);
            var scores = new List<JudgedScore>();
            foreach (var question in judged)
            {
                var (score, fault) = judge.Judge(question, cancellationToken);
                if (score is null)
                {
                    return Task.FromResult(FaultPrinter.Print(question.Q, fault!, terminal.Error));
                }

                scores.Add(score);
            }

            if (parse.GetValue(format) == FormatOption.Json)
            {
                JsonPrinter.Print(scores, terminal.Out);
            }
            else
            {
                foreach (var missing in judge.MissingPlans(judged))
                {
                    terminal.Error.WriteLine($"没有规划“{missing}”：评判它的各行没有计入。");
                }

                JudgePrinter.Print(scores, parse.GetValue(worst), terminal.Out);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
