/// Model selection: how good a model will be on unseen data, and which of several is the best.
///
/// Read [CrossValidation] first. It takes any splits (k-fold, stratified, grouped, by time), any metric, and
/// estimators for matrices or for tables:
///
/// - [PipelineRegressor] and [PipelineClassifier] are a preprocessing pipeline with an estimator at its end.
/// - [CrossValidation#evaluate] gives the score of each split, [CrossValidation#predict] the prediction for
///   each tested row, as [Predictions].
/// - [CrossValidation#search] scores several candidates; [SearchResult#best] is the best of them.
/// - [GridSearchRegressor] and [GridSearchClassifier] tune hyperparameters as a part of fitting.
///
/// The penalty of ridge regression on a table with categories, chosen by cross-validation:
///
/// ```java
/// var pipeline = Pipeline.of(Imputer.mostFrequent("sex"), new OneHotEncoder(), new StandardScaler());
/// var candidates = DoubleStream.of(0.01, 0.1, 1, 10, 100, 1000)
///         .mapToObj(penalty -> new PipelineRegressor<>(pipeline, new Ridge(penalty)))
///         .toList();
/// var best = new CrossValidation(Folds.of(training.rows(), 5, Rng.of(2)))
///         .search(candidates, training, mass, RegressionMetric.ROOT_MEAN_SQUARED_ERROR)
///         .best();
/// Vector predicted = best.fit(training, mass).predict(test);
/// ```
///
/// A decision threshold chosen by cost, on predictions for rows that the models have not seen:
///
/// ```java
/// var classifier = new PipelineClassifier<>(Pipeline.of(new StandardScaler()), new LogisticRegression(1));
/// double threshold = new CrossValidation(Folds.stratified(labels, 5, Rng.of(2)))
///         .predictProbabilities(classifier, training, labels)
///         .rocCurve(malignant)
///         .minimumCostThreshold(FALSE_ALARM, MISS);
/// int[] predicted = classifier.fit(training, labels).predictAt(threshold, test);
/// ```
package gradus.ml.selection;
