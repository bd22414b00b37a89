//! `cargo xtask train`: the recipe that writes the model's weights. Building and testing never need it.

use crate::repo::{self, Result};
use crate::venv;
use std::path::{Path, PathBuf};
use std::process::Command;

const WEIGHTS: &str = "crates/reportedly-model/weights";
/// Articles that are kept apart to measure: nothing is learned from them.
const KEPT: &str = "labels/kept.txt";
/// Where the confidence is fitted: the exits that the program offers, and what it calls them.
const EXITS: [(&str, &str); 2] = [("6", "accurate"), ("4", "fast")];

/// A training from nothing: larger readers first, then the one that learns from them and is published.
struct Plan {
    /// Into how many parts the annotated documents are divided; each teacher leaves one out and judges that one.
    parts: usize,
    /// How many of these there are. What all have seen is judged by all.
    teachers: usize,
    teacher: &'static str,
    reader: &'static str,
    /// Once more, with itself as teacher: its pointers are better than those of the larger ones.
    last: Option<&'static str>,
}

/// For two cores in an afternoon. Heads begin from nothing: at the encoder's pace they point badly.
const SMALL: Plan = Plan {
    parts: 2,
    teachers: 1,
    teacher: "--epochs 10 --rate 8e-5 --heads 20 --batch 16",
    reader: "--epochs 19 --rate 3e-4 --batch 16 --sample 1000",
    last: None,
};

/// For a graphics card: what was published.
const LARGE: Plan = Plan {
    parts: 4,
    teachers: 4,
    teacher: "--rate 5e-5 --heads 20 --batch 16",
    reader: "--epochs 23 --rate 3e-4 --batch 16 --sample 1500",
    last: Some("--from-teacher --trust 0.4 --epochs 4 --rate 1e-4 --sample 500 --seed 21"),
};

/// What the labelled articles teach: names, who stands for whom, how a claim looks; together with PolNeAR's annotation, and with
/// the reader that it begins as for a teacher, so that claims are found as before.
const LABELLED: &str = "--people --from-teacher --epochs 7 --rate 1.5e-4 --heads 6 --share 0.72 --seed 5";
/// Then back towards that reader by a quarter, and one gentle epoch, for the same reason.
const LAST: &str = "--people --gentle --epochs 1 --rate 5e-5 --heads 8 --share 0.72 --seed 5";

/// Trains, going on where an earlier run stopped, then exports. Options are `--anew`, `--large`, and those of
/// `training/train.py`.
///
/// It begins with the published weights; with `--anew`, or `--large` for a graphics card, with the pretrained encoders.
/// With `--data` it goes on from the published weights with articles of one's own.
pub fn run(args: &[String]) -> Result<()> {
    let recipe = Recipe::new()?;
    let published = repo::root().join(WEIGHTS).join("reader.safetensors");
    if args.iter().any(|arg| arg == "--data") {
        recipe.train("own.pt", &["--from-teacher".as_ref(), "--teacher".as_ref(), &published], args)?;
        return recipe.export("own.pt");
    }
    let data = repo::data()
        .ok_or("the training data is not at $REPORTEDLY_DATA or ../shared; give files with --data")?
        .join("data");
    let chosen = |name: &str| args.iter().any(|arg| arg == name);
    let rest: Vec<String> =
        args.iter().filter(|arg| !["--anew", "--large"].contains(&arg.as_str())).cloned().collect();
    let begun = match (chosen("--large"), chosen("--anew")) {
        (true, _) => recipe.state(anew(&recipe, &LARGE, &data, &rest)?)?,
        (false, true) => recipe.state(anew(&recipe, &SMALL, &data, &rest)?)?,
        (false, false) => published,
    };
    let (labelled, kept) = (recipe.labelled(&data)?, data.join(KEPT));
    let (polnear, opinion) = (data.join("polnear/train.jsonl"), recipe.folder.join("opinion.md"));
    let mut with: Vec<&Path> = vec!["--data".as_ref(), &labelled, &polnear, &opinion];
    with.extend(["--kept".as_ref(), kept.as_path(), "--teacher".as_ref(), begun.as_path()]);
    let learn = |state: &str, more: &[&Path], schedule: &'static str| {
        let schedule = schedule.split(' ').map(Path::new);
        recipe.train(state, &with.iter().chain(more).copied().chain(schedule).collect::<Vec<_>>(), &rest)
    };
    learn("labelled.pt", &[], LABELLED)?;
    let joint = recipe.state("labelled.pt")?;
    learn("last.pt", &["--begin".as_ref(), &joint, &begun, "0.75".as_ref()], LAST)?;
    recipe.export("last.pt")?;
    recipe.happenings(&data)?;
    recipe.decide(&labelled)?;
    recipe.calibrate(&data)?;
    recipe.sure(&data)
}

/// From the pretrained encoders to the reader; the name of its state.
fn anew(recipe: &Recipe, plan: &Plan, data: &Path, args: &[String]) -> Result<&'static str> {
    let (corpus, kept) = (data.join("polnear/train.jsonl"), data.join(KEPT));
    // our own passages of opinion prose twice, since they are few
    let opinion = recipe.folder.join("opinion.md");
    let texts = ["incidents/articles", "time/timebank", "time/aquaint"]
        .map(|text| data.join(text).with_extension("jsonl"));
    let learn = |state: &str, schedule: &str, teachers: &[PathBuf]| {
        let mut with: Vec<&Path> =
            vec!["--kept".as_ref(), &kept, "--data".as_ref(), &corpus, &opinion, &opinion];
        with.extend(schedule.split(' ').map(Path::new));
        if !teachers.is_empty() {
            with.push("--unlabelled".as_ref());
            with.extend(texts.iter().map(PathBuf::as_path));
            with.push("--teacher".as_ref());
            with.extend(teachers.iter().map(PathBuf::as_path));
        }
        recipe.train(state, &with, args)?;
        recipe.state(state)
    };
    let Plan { parts, teachers, teacher, reader, last } = plan;
    let teachers: Vec<_> = (0..*teachers)
        .map(|part| {
            let schedule = format!("--encoder mpnet --without {part} {parts} {teacher} --seed {}", part + 7);
            learn(&format!("teacher-{part}.pt"), &schedule, &[])
        })
        .collect::<Result<_>>()?;
    let taught = learn("taught.pt", reader, &teachers)?;
    let Some(last) = last else { return Ok("taught.pt") };
    learn("reader.pt", last, &[taught])?;
    Ok("reader.pt")
}

struct Recipe {
    folder: PathBuf,
    python: PathBuf,
}

impl Recipe {
    fn new() -> Result<Self> {
        let folder = repo::root().join("training");
        Ok(Self { python: venv::python("training", &folder.join("requirements.txt"))?, folder })
    }

    fn state(&self, name: &str) -> Result<PathBuf> {
        Ok(repo::target("training")?.join(name))
    }

    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(&self.python);
        command.arg(self.folder.join(name)).current_dir(repo::root());
        command
    }

    fn train(&self, state: &str, with: &[&Path], args: &[String]) -> Result<()> {
        follow(self.script("train.py").arg("--state").arg(self.state(state)?).args(with).args(args))
    }

    fn export(&self, state: &str) -> Result<()> {
        let out = repo::root().join(WEIGHTS);
        follow(self.script("export.py").arg("--state").arg(self.state(state)?).arg("--out").arg(out))?;
        println!("the weights in {WEIGHTS} are new; `cargo xtask evaluate` says how good they are");
        Ok(())
    }

    /// The labelled articles of the house and of the shared folder, with their texts.
    fn labelled(&self, data: &Path) -> Result<PathBuf> {
        let out = repo::target("training")?.join("labelled.jsonl");
        follow(self.script("labelled.py").arg(data).arg(&out))?;
        Ok(out)
    }

    /// Trains the three small networks of each exit that say what happened.
    fn happenings(&self, data: &Path) -> Result<()> {
        let mut fit = self.script("happenings.py");
        fit.arg("--weights").arg(repo::root().join(WEIGHTS).join("reader.safetensors"));
        follow(fit.arg("--data").arg(data))
    }

    /// Trains the two small networks of each exit on what the program tells of labelled claims.
    fn decide(&self, labelled: &Path) -> Result<()> {
        let weights = repo::root().join(WEIGHTS).join("reader.safetensors");
        for (exit, model) in EXITS {
            let told = repo::target("training")?.join(format!("told-{model}"));
            let mut tell = repo::cargo();
            tell.args(["run", "--release", "--quiet", "--package", "reportedly-model"]);
            tell.args(["--example", "told", "--", model]);
            let texts = std::fs::File::open(labelled).map_err(|e| format!("{}: {e}", labelled.display()))?;
            follow(tell.arg(&told).stdin(texts))?;
            let mut fit = self.script("decide.py");
            fit.arg("--told").arg(&told).arg("--labelled").arg(labelled);
            follow(fit.arg("--weights").arg(&weights).args(["--exit", exit]))?;
        }
        Ok(())
    }

    /// Fits the confidence of each exit on the development part.
    fn calibrate(&self, data: &Path) -> Result<()> {
        let (reportedly, read) = (repo::reportedly()?, repo::target("training")?.join("read.jsonl"));
        let (gold, scorer) = (data.join("polnear/dev.jsonl"), data.join("../score/attribution.py"));
        for (exit, model) in EXITS {
            let mut command = Command::new(&reportedly);
            command.args(["read", "--json", "--explain", "--min-confidence", "0", "--model", model]);
            command.args(["--from", "jsonl", "--output"]).args([&read, &gold]);
            follow(&mut command)?;
            let mut fit = self.script("calibrate.py");
            fit.arg("--read").arg(&read).arg("--gold").arg(&gold).arg("--scorer").arg(&scorer);
            fit.arg("--weights")
                .arg(repo::root().join(WEIGHTS).join("reader.safetensors"))
                .args(["--exit", exit]);
            follow(&mut fit)?;
        }
        Ok(())
    }

    /// Fits the confidence in all that is given, on labelled articles that nothing was learned from.
    fn sure(&self, data: &Path) -> Result<()> {
        let (reportedly, folder) = (repo::reportedly()?, repo::target("training")?);
        let (texts, read) = (folder.join("unread.jsonl"), folder.join("unread-read.jsonl"));
        let out = std::fs::File::create(&texts).map_err(|e| format!("{}: {e}", texts.display()))?;
        follow(self.script("../evaluation/unread.py").arg("texts").arg(data).stdout(out))?;
        for (exit, model) in EXITS {
            let mut command = Command::new(&reportedly);
            command.args(["read", "--json", "--explain", "--model", model, "--from", "jsonl"]);
            follow(command.arg("--output").args([&read, &texts]))?;
            let mut fit = self.script("sure.py");
            fit.arg("--read").arg(&read).arg("--data").arg(data).arg("--weights");
            follow(fit.arg(repo::root().join(WEIGHTS).join("reader.safetensors")).args(["--exit", exit]))?;
        }
        Ok(())
    }
}

/// Runs a program that speaks for itself.
fn follow(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|e| format!("{}: {e}", command.get_program().to_string_lossy()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("training ended with {status}; run it again to go on"))
    }
}
