return await PlanSearch.Web.WebHost.RunAsync(args);
